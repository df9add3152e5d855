package dev.assay.load.measure;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadRequest;
import dev.assay.load.plan.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What the histogram logs of a run tell beyond its quantiles, for those who draw it.
 *
 * @param moments the judged part of the run, from its beginning to its end
 * @param curves the latencies of each request, from the shortest to the longest
 */
public record LoadSeries(List<Moment> moments, Map<LoadRequest, List<Point>> curves) {

  /** More moments than that nobody can tell apart on a screen; neighbours are merged then. */
  private static final int MOST_MOMENTS = 400;

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
  public record Moment(
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
   * @param millis that share of the requests took at most so long
   */
  public record Point(double percentile, double millis) {}

  /** Reads what the run of that plan left in the folder; a part that is not there is empty. */
  public static LoadSeries read(LoadPlan plan, Path folder) {
    HistogramLogs logs = new HistogramLogs(folder);
    Intervals starts = new Intervals(MOST_MOMENTS);
    logs.starts(starts::add);
    List<Histogram> latencies = new ArrayList<>();
    Map<LoadRequest, List<Point>> curves = new EnumMap<>(LoadRequest.class);
    for (Scenario.Share share : plan.scenario().shares()) {
      Histogram all = new Histogram(HistogramLogs.DIGITS);
      Intervals intervals = new Intervals(MOST_MOMENTS);
      logs.latencies(
          share.request(),
          interval -> {
            all.add(interval);
            intervals.add(interval);
          });
      add(latencies, intervals.all());
      curves.put(share.request(), curve(all));
    }
    return new LoadSeries(new LoadMoments(plan.profile()).of(starts.all(), latencies), curves);
  }

  /** All logs are written at the same moments, so their intervals can be added one by one. */
  private static void add(List<Histogram> sums, List<Histogram> more) {
    for (int i = 0; i < more.size(); i++) {
      if (i < sums.size()) {
        sums.get(i).add(more.get(i));
      } else {
        sums.add(more.get(i));
      }
    }
  }

  /** Up to the percentile that so many values can tell; the longest stands for the last of them. */
  private static List<Point> curve(Histogram all) {
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
