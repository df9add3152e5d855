package dev.assay.load.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import dev.assay.load.record.Quantiles;
import dev.assay.load.study.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static List<Measurement> run(double millis, long count) {
    Quantiles latency =
        new Quantiles(millis, millis, millis, millis, millis, millis, millis, millis, millis);
    return List.of(
        new Measurement("log-message", 0, count, Map.of(), latency, latency, latency, latency, 10));
  }

  private static List<List<Measurement>> runs(double... millis) {
    List<List<Measurement>> runs = new ArrayList<>();
    for (double each : millis) {
      runs.add(run(each, 100_000));
    }
    return runs;
  }

  private static PercentileDifference first(Comparison comparison) {
    return comparison.differences().get(0);
  }

  @Test
  void the_interval_is_that_of_welch() {
    // By hand: means 11 and 22, variances 1 and 4, so a standard error of 1.29099 and 2.94118
    // degrees of
    // freedom; Student's t for 95 % is 3.21899 there.
    PercentileDifference.Interval interval =
        Sample.of(Metric.P50, flat(runs(10, 11, 12)))
            .differenceTo(Sample.of(Metric.P50, flat(runs(20, 22, 24))), 0.95)
            .orElseThrow();
    assertThat(interval.low()).isEqualTo(11 - 3.21899 * 1.29099, within(1e-3));
    assertThat(interval.high()).isEqualTo(11 + 3.21899 * 1.29099, within(1e-3));
  }

  private static List<Measurement> flat(List<List<Measurement>> runs) {
    return runs.stream().flatMap(List::stream).toList();
  }

  @Test
  void what_got_slower_in_every_run_is_a_regression_and_what_got_faster_is_none() {
    List<List<Measurement>> slow = runs(120, 121, 119);
    List<List<Measurement>> fast = runs(100, 101, 99);
    Comparison comparison = Comparison.of(fast, slow);
    assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(first(comparison).change()).isEqualTo(20, within(1e-9));
    assertThat(Comparison.of(slow, fast).verdict()).isEqualTo(Verdict.NO_REGRESSION);
  }

  @Test
  void slower_by_less_than_a_twentieth_is_tolerated_however_sure() {
    Comparison comparison = Comparison.of(runs(100, 100, 100), runs(104, 104, 104));
    assertThat(first(comparison).interval().orElseThrow().low()).isGreaterThan(3);
    assertThat(comparison.verdict()).isEqualTo(Verdict.NO_REGRESSION);
  }

  @Test
  void a_single_run_on_a_side_tells_nothing_of_how_runs_vary() {
    Comparison comparison = Comparison.of(runs(100), runs(500, 510, 490));
    assertThat(first(comparison).interval()).isEmpty();
    assertThat(comparison.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(Comparison.of(runs(100, 100), List.of()).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void a_percentile_with_too_few_requests_beyond_it_is_not_judged() {
    List<List<Measurement>> before = Collections.nCopies(3, run(10, 150));
    Comparison comparison = Comparison.of(before, Collections.nCopies(3, run(90, 150)));
    assertThat(comparison.differences())
        .filteredOn(each -> each.verdict() == Verdict.CANNOT_TELL)
        .extracting(PercentileDifference::metric)
        .containsExactly(Metric.P95, Metric.P99, Metric.P999);
    assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSION);
  }

  @Test
  void runs_of_the_same_service_are_hardly_ever_told_apart() {
    Random random = new Random(7);
    int alarms = 0;
    for (int i = 0; i < 500; i++) {
      Comparison comparison = Comparison.of(noise(random), noise(random));
      alarms += comparison.verdict() == Verdict.REGRESSION ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(10);
  }

  private static List<List<Measurement>> noise(Random random) {
    return runs(
        100 + 15 * random.nextGaussian(),
        100 + 15 * random.nextGaussian(),
        100 + 15 * random.nextGaussian(),
        100 + 15 * random.nextGaussian());
  }
}
