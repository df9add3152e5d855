package dev.assay.load.measure;

import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Slice;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Cuts a run into stretches of time.
 *
 * @param profile what was planned
 */
record TimeBuckets(Profile profile) {

  private static final double MILLIS = 1000;
  private static final double MICROS = 1000;

  /**
   * The stretches of a run, in order.
   *
   * @param starts when requests were sent, one histogram for each interval of the logs
   * @param latencies of what ended in the same intervals
   */
  List<LoadSeries.TimeBucket> of(List<Histogram> starts, List<Histogram> latencies) {
    int intervals = Math.min(starts.size(), latencies.size());
    int first = first(starts, intervals);
    if (first == intervals) {
      return List.of();
    }
    double zero = zero(starts.get(first));
    List<LoadSeries.TimeBucket> buckets = new ArrayList<>();
    double from = 0;
    for (int i = first; i < intervals; i++) {
      double until = starts.get(i).getEndTimeStamp() / MILLIS - zero;
      if (until > from) {
        buckets.add(bucket(from, until, starts.get(i), latencies.get(i)));
        from = until;
      }
    }
    return List.copyOf(buckets);
  }

  /** Nothing is recorded of the warm-up. */
  private static int first(List<Histogram> starts, int intervals) {
    int first = 0;
    while (first < intervals && starts.get(first).getTotalCount() == 0) {
      first++;
    }
    return first;
  }

  /**
   * When the first judged request was due, in seconds since the epoch: as long before the end of
   * the first interval as the profile takes for what was sent in it, but not before the interval.
   */
  private double zero(Histogram interval) {
    double end = interval.getEndTimeStamp() / MILLIS;
    double taken = Math.max(0.001, timeOf(interval.getTotalCount()));
    return Math.max(interval.getStartTimeStamp() / MILLIS, end - taken);
  }

  /** How many seconds the profile takes for that many arrivals after the warm-up. */
  private double timeOf(long arrivals) {
    double time = 0;
    long left = arrivals;
    for (Slice slice : slices()) {
      if (left <= slice.arrivals()) {
        return time + slice.seconds() * left / Math.max(1, slice.arrivals());
      }
      left -= slice.arrivals();
      time += slice.seconds();
    }
    return time;
  }

  private LoadSeries.TimeBucket bucket(double from, double until, Histogram sent, Histogram ended) {
    double seconds = until - from;
    return new LoadSeries.TimeBucket(
        until,
        (arrivedBy(until) - arrivedBy(from)) / seconds,
        sent.getTotalCount() / seconds,
        ended.getTotalCount(),
        ended.getValueAtPercentile(50) / MICROS,
        ended.getValueAtPercentile(99) / MICROS,
        ended.getMaxValue() / MICROS);
  }

  /** How many were due in the first so many seconds after the warm-up. */
  private double arrivedBy(double second) {
    double arrived = 0;
    double left = second;
    for (Slice slice : slices()) {
      double part = Math.min(1, left / slice.seconds());
      arrived += slice.arrivals() * Math.max(0, part);
      left -= slice.seconds();
    }
    return arrived;
  }

  private List<Slice> slices() {
    return profile.phases().stream().flatMap(phase -> phase.slices().stream()).toList();
  }
}
