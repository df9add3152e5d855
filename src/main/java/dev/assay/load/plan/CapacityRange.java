package dev.assay.load.plan;

/**
 * Where the highest rate that keeps the objectives is looked for.
 *
 * @param shape name, warm-up and length of a probe
 * @param lowest requests a second that are tried first
 * @param highest requests a second that are tried at most
 * @param precision the gap that is small enough, by the rate that keeps the objectives
 */
public record CapacityRange(Profile shape, double lowest, double highest, double precision) {

  /** The load of one probe. */
  public Profile at(double rate) {
    return shape.withPeak(rate);
  }

  /** The range with another highest rate, and not beginning above it. */
  public CapacityRange upTo(double rate) {
    return new CapacityRange(shape, Math.min(lowest, rate), rate, precision);
  }

  /** The range with probes that take that long after the warm-up. */
  public CapacityRange lasting(double seconds) {
    return new CapacityRange(shape.lasting(seconds), lowest, highest, precision);
  }
}
