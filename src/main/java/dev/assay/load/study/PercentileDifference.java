package dev.assay.load.study;

import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a percentile differs between two sides of several runs each.
 *
 * @param request of which request
 * @param metric which percentile
 * @param before its mean over the runs of the one side, ms
 * @param after its mean over the runs of the other, ms
 * @param interval in which the true difference lies; empty if there are too few runs
 * @param verdict whether it got slower
 */
public record PercentileDifference(
    String request,
    Metric metric,
    double before,
    double after,
    Optional<Interval> interval,
    Comparison.Verdict verdict) {

  /** Slower by less is of no interest, however sure. */
  private static final double TOLERATED_MILLIS = 1;

  private static final double TOLERATED_SHARE = 0.05;

  /** So many requests must lie beyond a percentile, or chance alone decides where it is. */
  private static final double FEWEST_BEYOND = 10;

  /**
   * Where a true difference lies, ms.
   *
   * @param low at least
   * @param high at most
   */
  public record Interval(double low, double high) {}

  /**
   * Compares by Welch's interval, which does not ask that both sides vary alike.
   *
   * @param confidence that the interval holds the true difference, from 0 to 1
   */
  static PercentileDifference of(
      Metric metric, double confidence, List<Measurement> before, List<Measurement> after) {
    Sample one = Sample.of(metric, before);
    Sample other = Sample.of(metric, after);
    Optional<Interval> interval = one.differenceTo(other, confidence);
    boolean enough = isEnough(metric, before) && isEnough(metric, after);
    double tolerated = Math.max(TOLERATED_MILLIS, TOLERATED_SHARE * one.mean());
    Comparison.Verdict verdict =
        !enough || interval.isEmpty()
            ? Comparison.Verdict.CANNOT_TELL
            : interval.get().low() > tolerated
                ? Comparison.Verdict.REGRESSION
                : Comparison.Verdict.NO_REGRESSION;
    String request = before.get(0).request();
    return new PercentileDifference(request, metric, one.mean(), other.mean(), interval, verdict);
  }

  private static boolean isEnough(Metric metric, List<Measurement> runs) {
    return !runs.isEmpty()
        && runs.stream().allMatch(run -> run.count() * metric.beyond() >= FEWEST_BEYOND);
  }

  /** How much slower it got, ms; negative if it got faster. */
  public double change() {
    return after - before;
  }

  /**
   * As a line for people.
   *
   * @param one what the side before is called
   * @param other what the side after is called
   */
  public String says(String one, String other) {
    return String.format(
        Locale.ROOT,
        "%-15s %-4s  %s %.1f ms, %s %.1f ms: %+.1f ms%s  %s",
        request,
        metric.word(),
        one,
        before,
        other,
        after,
        change(),
        interval
            .map(i -> String.format(Locale.ROOT, " (%+.1f to %+.1f)", i.low(), i.high()))
            .orElse(""),
        verdict.word());
  }
}
