package dev.assay.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.load.measure.HistogramLog;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.mock.EmbeddedTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that stands where the test puts it stands in for time. */
class RecordingTest {

  private static final long MILLI = 1_000_000;
  private static final double THREE_DIGITS = 0.2;

  @TempDir private Path folder;

  private final AtomicLong clock = new AtomicLong();
  private long came;

  private Recording recording() throws IOException {
    Scenario scenario =
        new Scenario("message", List.of(new Scenario.Share(TestRequests.LOG_MESSAGE, 1)));
    Profile profile = new Profile("p", 1, 0.5, List.of(Phase.constant(100, 10)));
    LoadPlan plan = LoadPlan.of(EmbeddedTarget.planned(), scenario, profile);
    return new Recording(plan, folder, clock::get, UnaryOperator.identity());
  }

  /** The next user, who came a second before it was due. */
  private SentRequest startAt(Recording recording, long millis) {
    clock.set((10 * came++ - 1_000) * MILLI);
    Arrivals.Arrival arrival = recording.come();
    clock.set(millis * MILLI);
    return recording.start(arrival);
  }

  private void finishAt(Recording recording, SentRequest sent, long millis) {
    clock.set(millis * MILLI);
    recording.finish(sent, Optional.empty(), OptionalLong.empty());
  }

  private void warmUp(Recording recording) {
    for (int i = 0; i < 100; i++) {
      finishAt(recording, startAt(recording, i * 10L), i * 10L + 5);
    }
  }

  @Test
  void a_service_that_freezes_for_2_s_is_seen_as_an_open_workload_must_see_it() throws IOException {
    try (Recording recording = recording()) {
      warmUp(recording);
      for (int i = 100; i < 1_100; i++) {
        long due = i * 10L;
        boolean frozen = due >= 5_000 && due < 7_000;
        finishAt(recording, startAt(recording, due), (frozen ? 7_000 : due) + 20);
      }
    }
    Quantiles latency =
        HistogramLog.of(folder, TestRequests.LOG_MESSAGE).quantiles(LatencyRecorder.LATENCY);
    assertThat(latency.p50()).isCloseTo(20, withinPercentage(THREE_DIGITS));
    assertThat(latency.p90()).isCloseTo(1_020, withinPercentage(THREE_DIGITS));
    assertThat(latency.p95()).isCloseTo(1_520, withinPercentage(THREE_DIGITS));
    assertThat(latency.p99()).isCloseTo(1_920, withinPercentage(THREE_DIGITS));
    assertThat(latency.max()).isCloseTo(2_020, withinPercentage(THREE_DIGITS));
  }

  @Test
  void a_generator_that_stalls_counts_its_delay_in_latency_and_tells_it() throws IOException {
    try (Recording recording = recording()) {
      warmUp(recording);
      for (int i = 100; i < 1_100; i++) {
        long due = i * 10L;
        long sent = due >= 5_000 && due < 6_000 ? 6_000 : due;
        finishAt(recording, startAt(recording, sent), sent + 20);
      }
    }
    HistogramLog log = HistogramLog.of(folder, TestRequests.LOG_MESSAGE);
    assertThat(log.quantiles(LatencyRecorder.LATENCY).max())
        .isCloseTo(1_020, withinPercentage(THREE_DIGITS));
    assertThat(log.quantiles(LatencyRecorder.SERVICE).max())
        .isCloseTo(20, withinPercentage(THREE_DIGITS));
    assertThat(HistogramLog.ofStarts(folder).quantiles(LatencyRecorder.START_LAG).max())
        .isCloseTo(1_000, withinPercentage(THREE_DIGITS));
  }

  @Test
  void failures_stay_in_the_percentiles_and_stop_a_run_in_time() throws IOException {
    try (Recording recording = recording()) {
      for (int i = 0; i < 160; i++) {
        SentRequest sent = startAt(recording, i * 10L);
        clock.set((i * 10L + 300) * MILLI);
        recording.finish(
            sent,
            i < 79 ? Optional.empty() : Optional.of(Flaw.wrong("status 503")),
            OptionalLong.empty());
        assertThat(recording.mustStop()).isEqualTo(i + 1 > 2 * 79);
      }
      Snapshot last = recording.snapshot(true);
      assertThat(last.requests().get("log-message").failures()).containsEntry("status 503", 60L);
      assertThat(last.warmUpFailures()).isEqualTo(21);
      assertThat(last.stopped())
          .startsWith("the run was stopped because 80 of 159 requests failed");
      assertThat(Snapshot.in(last.line())).contains(last);
    }
    assertThat(
            HistogramLog.of(folder, TestRequests.LOG_MESSAGE)
                .quantiles(LatencyRecorder.LATENCY)
                .p50())
        .isCloseTo(300, withinPercentage(THREE_DIGITS));
  }
}
