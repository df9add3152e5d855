package dev.assay.load.record;

import org.HdrHistogram.Histogram;

/**
 * Where a set of times lies. All in milliseconds, with three significant digits; all 0 when there
 * was none.
 */
public record Quantiles(
    double min,
    double mean,
    double p50,
    double p75,
    double p90,
    double p95,
    double p99,
    double p999,
    double max) {

  private static final double MICROS = 1000;

  /** Of nothing. */
  public static Quantiles none() {
    return new Quantiles(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Of a histogram of microseconds. */
  public static Quantiles of(Histogram micros) {
    if (micros.getTotalCount() == 0) {
      return none();
    }
    return new Quantiles(
        micros.getMinValue() / MICROS,
        Math.round(micros.getMean()) / MICROS,
        at(micros, 50),
        at(micros, 75),
        at(micros, 90),
        at(micros, 95),
        at(micros, 99),
        at(micros, 99.9),
        micros.getMaxValue() / MICROS);
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS;
  }
}
