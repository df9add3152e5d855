package dev.assay.load.measure;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Quantiles;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.LoadRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * What was measured of a load that is over, before anybody judges it.
 *
 * @param plan what was to be sent
 * @param planned after the warm-up; unknown in a closed workload
 * @param achieved after the warm-up
 * @param measurements of each request that the plan sends
 * @param series the course of the run, for those who draw it
 * @param startLag how much later than planned requests were sent, ms
 * @param last what the load generator reported last
 * @param received requests that the embedded mock received, warm-up included
 */
public record LoadFigures(
    LoadPlan plan,
    Optional<Rate> planned,
    Rate achieved,
    List<Measurement> measurements,
    LoadSeries series,
    Quantiles startLag,
    Snapshot last,
    OptionalLong received) {

  /**
   * Requests, and how many a second.
   *
   * @param requests in all
   * @param perSecond on average
   */
  public record Rate(long requests, double perSecond) {}

  /** Reads what a run left in the folder; a log that is missing holds nothing. */
  public static LoadFigures read(LoadPlan plan, Snapshot last, Path folder, OptionalLong received) {
    double sending = secondsOfSending(last, plan);
    List<LoadRequest> neverSent = plan.neverSent();
    List<Measurement> measurements = new ArrayList<>();
    Map<String, List<LoadSeries.Point>> curves = new LinkedHashMap<>();
    List<Histogram> latencies = new ArrayList<>();
    for (LoadRequest request : plan.scenario().requests()) {
      HistogramLog log = HistogramLog.of(folder, request);
      curves.put(request.slug(), LoadSeries.curve(log.sum(LatencyRecorder.LATENCY)));
      Intervals.add(latencies, log.intervals());
      if (!neverSent.contains(request)) {
        double seconds = Math.max(last.endSeconds(), sending);
        measurements.add(Measurement.of(request, last.counts(request), log, seconds));
      }
    }
    HistogramLog starts = HistogramLog.ofStarts(folder);
    return new LoadFigures(
        plan,
        planned(plan),
        new Rate(last.judgedStarted(), last.judgedStarted() / sending),
        List.copyOf(measurements),
        new LoadSeries(new TimeBuckets(plan.profile()).of(starts.intervals(), latencies), curves),
        starts.quantiles(LatencyRecorder.START_LAG),
        last,
        received);
  }

  private static Optional<Rate> planned(LoadPlan plan) {
    long arrivals = plan.plannedArrivals();
    return plan.profile().model() == WorkloadModel.CLOSED
        ? Optional.empty()
        : Optional.of(new Rate(arrivals, arrivals / plan.profile().seconds()));
  }

  /** The seconds in which requests were sent: those planned, or more if they came late. */
  private static double secondsOfSending(Snapshot last, LoadPlan plan) {
    double planned = last.complete() ? plan.profile().seconds() : 0;
    return Math.max(0.001, Math.max(last.startSeconds(), planned));
  }

  /** How many answers came, right or wrong. */
  public long answered() {
    return measurements.stream().mapToLong(Measurement::ok).sum() + wronglyAnswered();
  }

  /** How many answers were not as documented. */
  public long wronglyAnswered() {
    return measurements.stream().mapToLong(Measurement::wronglyAnswered).sum();
  }
}
