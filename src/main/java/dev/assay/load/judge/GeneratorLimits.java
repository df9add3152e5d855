package dev.assay.load.judge;

import dev.assay.load.measure.LoadFigures;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.Users;
import dev.assay.load.record.Flaw;
import dev.assay.load.run.LoadRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In what a load generator fell short, in words.
 *
 * @param figures what was measured
 * @param end how the load generator ended
 */
public record GeneratorLimits(LoadFigures figures, LoadRun.End end) {

  private static final double LEAST_RATE = 0.95;
  private static final double MOST_CPU = 0.9;
  private static final double MOST_GC = 0.1;
  private static final double LAG_OF_BOUND = 0.5;
  private static final double HARMLESS_LAG = 5;

  /** All of them, where bounds of these objectives are to be judged. */
  List<String> all(List<ObjectiveVerdict> objectives) {
    List<String> limits = new ArrayList<>();
    sentTooFew().ifPresent(limits::add);
    limits.addAll(lag(objectives));
    busy(limits);
    exhausted(limits);
    return limits;
  }

  /** That it fell behind the plan, in a run that was to reach its end. */
  public Optional<String> sentTooFew() {
    double planned = figures.planned().map(LoadFigures.Rate::perSecond).orElseGet(this::ofUsers);
    double achieved = figures.achieved().perSecond();
    boolean reachedItsEnd = !end.isPartial() && end.exitCode() == 0;
    return reachedItsEnd && achieved < LEAST_RATE * planned
        ? Optional.of(
            text(
                "only %.1f of %.1f requests a second were sent: use a lower rate",
                achieved, planned))
        : Optional.empty();
  }

  /**
   * What users who wait for their answers and think send a second (Little's law), less what the
   * beginning and the end of the run can make of it.
   */
  private double ofUsers() {
    Users users = figures.plan().users();
    long count = figures.measurements().stream().mapToLong(Measurement::count).sum();
    double waited =
        figures.measurements().stream().mapToDouble(m -> m.count() * m.service().mean()).sum();
    double cycle = users.thinkSeconds() + waited / 1000 / Math.max(1, count);
    double edge = users.count() / figures.plan().profile().seconds();
    return cycle == 0 ? 0 : Math.max(0, users.count() / cycle - edge);
  }

  private List<String> lag(List<ObjectiveVerdict> objectives) {
    List<ObjectiveVerdict> latencies =
        objectives.stream()
            .filter(each -> each.objective().metric().isLatency() && each.objective().atMost())
            .toList();
    double lag = figures.startLag().p99();
    double tightest =
        latencies.stream()
            .mapToDouble(verdict -> verdict.objective().limit())
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    if (lag > HARMLESS_LAG && lag > LAG_OF_BOUND * tightest) {
      return List.of(
          text(
              "one request in a hundred was sent %.1f ms late or more, too much to judge a bound of %.1f ms",
              lag, tightest));
    }
    return latencies.stream()
        .filter(verdict -> verdict.isMissed() && isMetFromTheSending(verdict.objective()))
        .map(verdict -> missedByLag(verdict.objective()))
        .toList();
  }

  private String missedByLag(Objective objective) {
    return text(
        "%s %s %s is missed only because requests were sent late, the worst by %.1f ms",
        objective.request(),
        objective.metric().word(),
        objective.bound(),
        figures.startLag().max());
  }

  /** In an open workload only the generator itself delays a sending. */
  private boolean isMetFromTheSending(Objective objective) {
    return figures.measurements().stream()
        .filter(each -> each.request().equals(objective.request()) && each.count() > 0)
        .anyMatch(each -> objective.isMetBy(objective.metric().of(each.fromTheSending())));
  }

  private void busy(List<String> limits) {
    if (end.last().cpuShare() > MOST_CPU) {
      limits.add(
          text(
              "the load generator used %.0f %% of this machine's processors",
              100 * end.last().cpuShare()));
    }
    if (end.last().gcShare() > MOST_GC) {
      limits.add(
          text(
              "the load generator spent %.0f %% of its time collecting garbage",
              100 * end.last().gcShare()));
    }
  }

  private void exhausted(List<String> limits) {
    long failures =
        figures.measurements().stream()
            .mapToLong(each -> each.failures().getOrDefault(Flaw.EXHAUSTED, 0L))
            .sum();
    if (failures > 0) {
      limits.add(
          "the load generator could not open a connection %s times, for want of ports or open files"
              .formatted(failures));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
