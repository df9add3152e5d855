package dev.assay.load.judge;

import dev.assay.Conclusion;
import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Whether an objective was met.
 *
 * @param actual the figure, in the metric's unit
 * @param isMeasured whether there was any such request
 */
public record ObjectiveVerdict(
    Objective objective, double actual, boolean met, boolean isMeasured) {

  /** As reports show it: an invalid run judges no objective. */
  public String mark(Conclusion ofRun) {
    if (ofRun == Conclusion.UNDECIDED || !isMeasured) {
      return "–";
    }
    return met ? "✔" : "×";
  }

  /** What was missed, as {@code NAME p99 912 ms > 800 ms}. */
  public String missed() {
    Metric metric = objective.metric();
    return String.format(
            Locale.ROOT,
            "%s %s %.4g %s %s %s %s",
            objective.request(),
            metric.word(),
            actual,
            metric.unit(),
            objective.atMost() ? ">" : "<",
            objective.bound().substring("<= ".length()),
            metric.unit())
        .replaceAll(" +", " ")
        .strip();
  }

  /** What these measurements say about those of the objectives that are about them. */
  public static List<ObjectiveVerdict> all(
      List<Objective> objectives, List<Measurement> measurements) {
    return objectives.stream()
        .flatMap(
            objective ->
                measurements.stream()
                    .filter(measurement -> measurement.request().equals(objective.request()))
                    .map(measurement -> of(objective, measurement)))
        .toList();
  }

  /** Nothing measured meets nothing. */
  private static ObjectiveVerdict of(Objective objective, Measurement measurement) {
    double actual = objective.metric().of(measurement);
    boolean measured = measurement.count() > 0;
    return new ObjectiveVerdict(objective, actual, measured && objective.isMetBy(actual), measured);
  }
}
