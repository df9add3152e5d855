package dev.assay.load.judge;

import dev.assay.Conclusion;
import dev.assay.load.measure.HistogramLogs;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadRequest;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.Quantiles;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.LoadRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A load run that is over.
 *
 * @param plan what was to be sent
 * @param startedAt when the load generator was started
 * @param planned after the warm-up; unknown in a closed workload
 * @param achieved after the warm-up
 * @param measurements of each request that the plan sends
 * @param objectives those that are about such requests
 * @param startLag how much later than planned requests were sent, ms
 * @param last what the load generator told last
 * @param received requests that the embedded mock received, warm-up included
 * @param partial whether the run did not come to its end
 * @param invalidBecause why nothing can be said; empty if it can
 * @param generatorWasTheLimit whether one of these reasons is that the load generator fell short
 * @param injectors how many load generators there were
 */
public record LoadResult(
    LoadPlan plan,
    Instant startedAt,
    Optional<Rate> planned,
    Rate achieved,
    List<Measurement> measurements,
    List<ObjectiveVerdict> objectives,
    Quantiles startLag,
    Snapshot last,
    OptionalLong received,
    boolean partial,
    List<String> invalidBecause,
    boolean generatorWasTheLimit,
    int injectors) {

  /**
   * Requests, and how many a second.
   *
   * @param requests in all
   * @param perSecond on average
   */
  public record Rate(long requests, double perSecond) {}

  /**
   * Judges a run by what it left in the folder.
   *
   * @param received requests that the embedded mock received, warm-up included
   */
  public static LoadResult of(
      LoadPlan plan,
      Instant startedAt,
      List<Objective> objectives,
      LoadRun.End end,
      Path folder,
      OptionalLong received) {
    HistogramLogs logs = new HistogramLogs(folder);
    Profile profile = plan.profile();
    Snapshot last = end.last();
    List<Measurement> measurements = measurements(plan, last, logs);
    LoadResult open =
        new LoadResult(
            plan,
            startedAt,
            planned(plan),
            new Rate(last.judgedStarted(), last.judgedStarted() / span(last, profile)),
            measurements,
            verdicts(objectives, measurements),
            logs.startLag(),
            last,
            received,
            !last.complete() || end.cancelled() || !last.stopped().isEmpty(),
            List.of(),
            false,
            1);
    RunValidity verdict = new RunValidity(open, end, received);
    return open.with(verdict.invalidBecause(), !verdict.generatorLimits().isEmpty(), 1);
  }

  private static Optional<Rate> planned(LoadPlan plan) {
    long arrivals = plan.plannedArrivals();
    return plan.profile().model() == WorkloadModel.CLOSED
        ? Optional.empty()
        : Optional.of(new Rate(arrivals, arrivals / plan.profile().seconds()));
  }

  /** The seconds in which requests were sent: those planned, or more if they came late. */
  private static double span(Snapshot last, Profile profile) {
    double planned = last.complete() ? profile.seconds() : 0;
    return Math.max(0.001, Math.max(last.startSeconds(), planned));
  }

  private static List<Measurement> measurements(LoadPlan plan, Snapshot last, HistogramLogs logs) {
    double seconds = Math.max(last.endSeconds(), span(last, plan.profile()));
    List<Measurement> measurements = new ArrayList<>();
    List<LoadRequest> neverSent = plan.neverSent();
    for (Scenario.Share share : plan.scenario().shares()) {
      LoadRequest request = share.request();
      if (neverSent.contains(request)) {
        continue;
      }
      Snapshot.Tally tally =
          last.requests().getOrDefault(request.slug(), new Snapshot.Tally(0, Map.of()));
      measurements.add(
          new Measurement(
              request,
              tally.ok(),
              tally.failures(),
              logs.latency(request),
              logs.service(request),
              logs.send(request),
              logs.server(request),
              seconds));
    }
    return List.copyOf(measurements);
  }

  private static List<ObjectiveVerdict> verdicts(
      List<Objective> objectives, List<Measurement> measurements) {
    List<ObjectiveVerdict> verdicts = new ArrayList<>();
    for (Objective objective : objectives) {
      measurements.stream()
          .filter(measurement -> measurement.request() == objective.request())
          .forEach(measurement -> verdicts.add(ObjectiveVerdict.of(objective, measurement)));
    }
    return List.copyOf(verdicts);
  }

  /**
   * The same, made by several load generators.
   *
   * @param limits in what some of them fell short, if they did
   */
  public LoadResult by(int generators, List<String> limits) {
    List<String> because = new ArrayList<>(invalidBecause);
    because.addAll(limits);
    return with(List.copyOf(because), generatorWasTheLimit || !limits.isEmpty(), generators);
  }

  private LoadResult with(List<String> because, boolean generator, int generators) {
    return new LoadResult(
        plan,
        startedAt,
        planned,
        achieved,
        measurements,
        objectives,
        startLag,
        last,
        received,
        partial,
        because,
        generator,
        generators);
  }

  /** How many answers came, right or wrong. */
  public long answered() {
    return measurements.stream().mapToLong(Measurement::ok).sum() + wronglyAnswered();
  }

  /** How many answers were not as documented. */
  long wronglyAnswered() {
    return measurements.stream()
        .flatMap(measurement -> measurement.failures().entrySet().stream())
        .filter(failure -> !failure.getKey().startsWith(LoadRequest.NO_ANSWER))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Whether all objectives were met; undecided where the figures do not tell of the service. */
  public Conclusion conclusion() {
    if (!invalidBecause.isEmpty()) {
      return Conclusion.UNDECIDED;
    }
    return objectives.stream().allMatch(ObjectiveVerdict::met) ? Conclusion.YES : Conclusion.NO;
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return word(conclusion());
  }

  /** The word of reports for that conclusion of a load. */
  public static String word(Conclusion conclusion) {
    return conclusion.choose("met", "missed", "invalid");
  }
}
