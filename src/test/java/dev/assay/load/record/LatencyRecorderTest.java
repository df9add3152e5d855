package dev.assay.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.load.measure.HistogramLog;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.request.LoadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyRecorderTest {

  private static final double THREE_DIGITS = 0.1;
  private static final LoadRequest REQUEST = TestRequests.LOG_MESSAGE;

  @TempDir private Path folder;

  private LatencyRecorder recorder() throws IOException {
    return new LatencyRecorder(folder, Set.of(REQUEST));
  }

  @Test
  void percentiles_are_those_of_arithmetic_over_all_intervals() throws IOException {
    try (LatencyRecorder recorder = recorder()) {
      for (int i = 1; i <= 10_000; i++) {
        recorder.finished(REQUEST, i * 100_000L, 5_000_000);
        if (i % 1_000 == 0) {
          recorder.flush();
        }
      }
    }
    Quantiles latency = HistogramLog.of(folder, REQUEST).quantiles(LatencyRecorder.LATENCY);
    assertThat(latency.p50()).isCloseTo(500, withinPercentage(THREE_DIGITS));
    assertThat(latency.p95()).isCloseTo(950, withinPercentage(THREE_DIGITS));
    assertThat(latency.p99()).isCloseTo(990, withinPercentage(THREE_DIGITS));
    assertThat(latency.p999()).isCloseTo(999, withinPercentage(THREE_DIGITS));
    assertThat(latency.max()).isCloseTo(1000, withinPercentage(THREE_DIGITS));
    assertThat(latency.mean()).isCloseTo(500.05, withinPercentage(THREE_DIGITS));
    assertThat(HistogramLog.of(folder, REQUEST).quantiles(LatencyRecorder.SERVICE).p50())
        .isCloseTo(5, withinPercentage(THREE_DIGITS));
  }

  @Test
  void there_is_nothing_between_two_humps() throws IOException {
    try (LatencyRecorder recorder = recorder()) {
      for (int i = 0; i < 1_000; i++) {
        recorder.finished(REQUEST, i % 10 == 9 ? 400_000_000 : 20_000_000, 0);
      }
    }
    Quantiles latency = HistogramLog.of(folder, REQUEST).quantiles(LatencyRecorder.LATENCY);
    assertThat(latency.p90()).isCloseTo(20, withinPercentage(THREE_DIGITS));
    assertThat(latency.p95()).isCloseTo(400, withinPercentage(THREE_DIGITS));
  }

  @Test
  void a_killed_run_keeps_what_was_flushed() throws IOException {
    LatencyRecorder recorder = recorder();
    recorder.finished(REQUEST, 7_000_000, 7_000_000);
    recorder.flush();
    Path log = folder.resolve("log-message.hlog");
    Files.writeString(log, Files.readString(log) + "Tag=latency,12.0,1.0,9.9,HISTFAAAA");
    assertThat(HistogramLog.of(folder, REQUEST).quantiles(LatencyRecorder.LATENCY).max())
        .isCloseTo(7, withinPercentage(THREE_DIGITS));
    recorder.close();
  }
}
