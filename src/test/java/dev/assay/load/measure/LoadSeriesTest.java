package dev.assay.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.LoadRequest;
import dev.assay.mock.EmbeddedTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSeriesTest {

  private static final LoadRequest REQUEST = TestRequests.LOG_MESSAGE;

  @TempDir private Path folder;

  private static Histogram interval(double from, double until, int count, long micros) {
    Histogram interval = new Histogram(LatencyRecorder.DIGITS);
    interval.recordValueWithCount(micros, count);
    interval.setStartTimeStamp((long) (from * 1000));
    interval.setEndTimeStamp((long) (until * 1000));
    return interval;
  }

  @Test
  void a_stretch_of_time_has_what_was_planned_and_sent_in_it_and_how_long_answers_took() {
    Profile profile =
        new Profile("p", 2, 0.5, List.of(Phase.constant(10, 2), Phase.constant(30, 2)));
    List<Histogram> starts =
        List.of(
            interval(100, 101, 0, 0),
            interval(101, 102, 5, 0),
            interval(102, 103, 10, 0),
            interval(103, 104, 20, 0));
    List<Histogram> latencies =
        List.of(
            interval(100, 101, 0, 0),
            interval(101, 102, 4, 7_000),
            interval(102, 103, 11, 9_000),
            interval(103, 104, 20, 40_000));
    List<LoadSeries.TimeBucket> buckets = new TimeBuckets(profile).of(starts, latencies);
    assertThat(buckets).extracting(LoadSeries.TimeBucket::second).containsExactly(0.5, 1.5, 2.5);
    assertThat(buckets)
        .extracting(LoadSeries.TimeBucket::planned)
        .containsExactly(10.0, 10.0, 20.0);
    assertThat(buckets).extracting(LoadSeries.TimeBucket::sent).containsExactly(10.0, 10.0, 20.0);
    assertThat(buckets).extracting(LoadSeries.TimeBucket::answered).containsExactly(4L, 11L, 20L);
    assertThat(buckets.get(0).p50()).isBetween(6.99, 7.01);
  }

  @Test
  void a_curve_ends_with_the_longest_at_the_percentile_that_so_many_can_tell() throws Exception {
    try (LatencyRecorder recorder = new LatencyRecorder(folder, Set.of(REQUEST))) {
      for (int i = 1; i <= 100; i++) {
        recorder.started(0);
        recorder.finished(REQUEST, i * 1_000_000L, 0);
      }
    }
    LoadPlan plan =
        LoadPlan.of(
            EmbeddedTarget.planned(),
            new Scenario("message", List.of(new Scenario.Share(REQUEST, 1))),
            new Profile("p", 1, 0.5, List.of(Phase.constant(100, 1))));
    List<LoadSeries.Point> curve =
        LoadFigures.read(plan, Snapshot.none(), folder, OptionalLong.empty())
            .series()
            .curves()
            .get(REQUEST.slug());
    LoadSeries.Point last = curve.get(curve.size() - 1);
    assertThat(last.percentile()).isEqualTo(99);
    assertThat(last.millis()).isBetween(99.9, 100.1);
    assertThat(curve).extracting(LoadSeries.Point::percentile).isSorted();
    assertThat(curve).extracting(LoadSeries.Point::millis).isSorted();
  }

  @Test
  void a_log_of_days_is_folded_and_nothing_of_it_is_lost() {
    Intervals intervals = new Intervals(4);
    for (int i = 0; i < 1_000; i++) {
      intervals.add(interval(i, i + 1, i, 1_000));
    }
    assertThat(intervals.all()).hasSizeBetween(2, 4);
    assertThat(intervals.all().stream().mapToLong(Histogram::getTotalCount).sum())
        .isEqualTo(999 * 1_000 / 2);
    assertThat(intervals.all().get(0).getStartTimeStamp()).isZero();
  }

  @Test
  void nothing_is_drawn_of_a_run_that_left_nothing() throws Exception {
    LoadPlan plan =
        LoadPlan.of(
            EmbeddedTarget.planned(),
            new Scenario("message", List.of(new Scenario.Share(REQUEST, 1))),
            new Profile("p", 1, 0.5, List.of(Phase.constant(100, 1))));
    LoadSeries series =
        LoadFigures.read(plan, Snapshot.none(), folder, OptionalLong.empty()).series();
    assertThat(series.buckets()).isEmpty();
    assertThat(series.curves().get(REQUEST.slug())).isEmpty();
  }
}
