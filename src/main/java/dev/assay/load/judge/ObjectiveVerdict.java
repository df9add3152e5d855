package dev.assay.load.judge;

import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Whether an objective was met.
 *
 * @param actual the figure, in the metric's unit
 * @param ruling what that means
 */
public record ObjectiveVerdict(Objective objective, double actual, Ruling ruling) {

  /** What a run says of an objective. */
  public enum Ruling {
    MET("met"),
    MISSED("missed"),
    /** There was no such request. */
    NOT_MEASURED("not measured"),
    /** The figure is not that of the service. */
    NOT_JUDGED("not judged");

    private final String word;

    Ruling(String word) {
      this.word = word;
    }

    /** The word of reports. */
    public String word() {
      return word;
    }
  }

  /** Whether figures of the service keep it. */
  public boolean met() {
    return ruling == Ruling.MET;
  }

  /** Whether figures of the service break it. */
  public boolean isMissed() {
    return ruling == Ruling.MISSED;
  }

  /** The same figure, of which the service is not known to be the reason. */
  ObjectiveVerdict unjudged() {
    return new ObjectiveVerdict(objective, actual, Ruling.NOT_JUDGED);
  }

  /** Whether wrong answers miss it, even if all else had been answered well and in time. */
  boolean isMissedByAnswers(List<Measurement> measurements) {
    return objective.metric() == Metric.ERROR_RATE
        && measurements.stream()
            .filter(each -> each.request().equals(objective.request()) && each.count() > 0)
            .anyMatch(each -> !objective.isMetBy((double) each.wronglyAnswered() / each.count()));
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
    if (measurement.count() == 0) {
      return new ObjectiveVerdict(objective, actual, Ruling.NOT_MEASURED);
    }
    return new ObjectiveVerdict(
        objective, actual, objective.isMetBy(actual) ? Ruling.MET : Ruling.MISSED);
  }
}
