package dev.assay.load;

import java.util.Locale;

/**
 * Whether an objective was met.
 *
 * @param actual the figure, in the metric's unit
 */
public record ObjectiveVerdict(Objective objective, double actual, boolean met) {

  /** What was missed, as {@code log-message p99 912 ms > 800 ms}. */
  public String missed() {
    Metric metric = objective.metric();
    return String.format(
            Locale.ROOT,
            "%s %s %.4g %s %s %s %s",
            objective.request().slug(),
            metric.word(),
            actual,
            metric.unit(),
            objective.atMost() ? ">" : "<",
            objective.bound().substring("<= ".length()),
            metric.unit())
        .replaceAll(" +", " ")
        .strip();
  }

  /** What that measurement says about it. Nothing measured meets nothing. */
  static ObjectiveVerdict of(Objective objective, Measurement measurement) {
    double actual = objective.metric().of(measurement);
    return new ObjectiveVerdict(
        objective, actual, measurement.count() > 0 && objective.isMetBy(actual));
  }
}
