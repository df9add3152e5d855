package dev.assay.load.measure;

import dev.assay.load.record.Quantiles;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A figure that can be bounded. */
public enum Metric {
  /** The median of latency, ms. */
  P50("p50", "ms", of(Quantiles::p50)),
  /** Three quarters of latencies are at most this, ms. */
  P75("p75", "ms", of(Quantiles::p75)),
  /** Nine tenths of latencies are at most this, ms. */
  P90("p90", "ms", of(Quantiles::p90)),
  /** 95 % of latencies are at most this, ms. */
  P95("p95", "ms", of(Quantiles::p95)),
  /** 99 % of latencies are at most this, ms. */
  P99("p99", "ms", of(Quantiles::p99)),
  /** 99.9 % of latencies are at most this, ms. */
  P999("p999", "ms", of(Quantiles::p999)),
  /** The longest latency, ms. */
  MAX("max", "ms", of(Quantiles::max)),
  /** The mean latency, ms. */
  MEAN("mean", "ms", of(Quantiles::mean)),
  /** Failures by all requests, from 0 to 1. */
  ERROR_RATE("errorRate", "", Measurement::errorRate),
  /** Successful answers a second. */
  THROUGHPUT("throughput", "/s", Measurement::throughput);

  private final String word;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<Measurement> figure;

  Metric(String word, String unit, ToDoubleFunction<Measurement> figure) {
    this.word = word;
    this.unit = unit;
    this.figure = figure;
  }

  private static ToDoubleFunction<Measurement> of(ToDoubleFunction<Quantiles> figure) {
    return measurement -> figure.applyAsDouble(measurement.latency());
  }

  /** The name in settings and reports. */
  public String word() {
    return word;
  }

  /** Its unit, empty where it has none. */
  public String unit() {
    return unit;
  }

  /** Whether it is a time from the planned start. */
  public boolean isLatency() {
    return unit.equals("ms");
  }

  /** The part of all requests that lies beyond a percentile, from 0 to 1; 1 for other figures. */
  public double beyond() {
    return switch (this) {
      case P50 -> 0.5;
      case P75 -> 0.25;
      case P90 -> 0.1;
      case P95 -> 0.05;
      case P99 -> 0.01;
      case P999 -> 0.001;
      default -> 1;
    };
  }

  /** This figure of what was measured. */
  public double of(Measurement measurement) {
    return figure.applyAsDouble(measurement);
  }

  public static Optional<Metric> named(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  public static String names() {
    return String.join(", ", Stream.of(values()).map(Metric::word).toList());
  }
}
