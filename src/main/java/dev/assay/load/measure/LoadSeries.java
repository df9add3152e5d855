package dev.assay.load.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The course of a run beyond its quantiles, for those who draw it.
 *
 * @param buckets the judged part of the run, from its beginning to its end
 * @param curves the latencies of each request, by its name, from the shortest to the longest
 */
public record LoadSeries(List<TimeBucket> buckets, Map<String, List<Point>> curves) {

  private static final int TICKS_PER_HALF_DISTANCE = 4;
  private static final double MICROS = 1000;
  private static final double WHOLE = 100;

  /**
   * A stretch of time.
   *
   * @param second its end, in seconds after the first judged request was due
   * @param planned requests a second that were due in it
   * @param sent requests a second that were sent in it
   * @param answered requests that ended in it, well or not
   * @param p50 the median of their latencies, ms
   * @param p99 the 99th percentile of their latencies, ms
   * @param max the longest of their latencies, ms
   */
  public record TimeBucket(
      double second,
      double planned,
      double sent,
      long answered,
      double p50,
      double p99,
      double max) {}

  /**
   * A point of a percentile curve.
   *
   * @param percentile from 0 to 100
   * @param millis so many per cent of the requests took at most so long
   */
  public record Point(double percentile, double millis) {}

  /** Up to the percentile that so many values can tell; the longest stands for the last of them. */
  static List<Point> curve(Histogram all) {
    List<Point> curve = new ArrayList<>();
    long count = all.getTotalCount();
    for (var value : all.percentiles(TICKS_PER_HALF_DISTANCE)) {
      double percentile = value.getPercentileLevelIteratedTo();
      if (WHOLE - percentile > WHOLE / count) {
        curve.add(new Point(percentile, value.getValueIteratedTo() / MICROS));
      }
    }
    if (count > 0) {
      curve.add(new Point(WHOLE - WHOLE / count, all.getMaxValue() / MICROS));
    }
    return List.copyOf(curve);
  }
}
