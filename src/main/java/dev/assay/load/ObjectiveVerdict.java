package dev.assay.load;

/**
 * Whether an objective was met.
 *
 * @param actual the figure, in the metric's unit
 */
public record ObjectiveVerdict(Objective objective, double actual, boolean met) {

  /** What that measurement says about it. Nothing measured meets nothing. */
  static ObjectiveVerdict of(Objective objective, Measurement measurement) {
    double actual = objective.metric().of(measurement);
    return new ObjectiveVerdict(
        objective, actual, measurement.count() > 0 && objective.isMetBy(actual));
  }
}
