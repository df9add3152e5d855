package dev.assay.load.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a profile in which the rate of arrivals stays, or moves evenly from one to another.
 *
 * @param from arrivals a second at its beginning
 * @param to arrivals a second at its end
 * @param seconds how long it takes
 */
public record Phase(double from, double to, double seconds) {

  /** A phase of one rate. */
  public static Phase constant(double rate, double seconds) {
    return new Phase(rate, rate, seconds);
  }

  /** How many arrive in it. */
  public long arrivals() {
    return slices().stream().mapToLong(Slice::arrivals).sum();
  }

  /**
   * What is really sent: a rate that moves is approached by steps of a second at most, so that the
   * load generator and those who judge it agree to the microsecond on what was planned.
   */
  public List<Slice> slices() {
    if (from == to) {
      return List.of(new Slice(Math.round(from * seconds), seconds));
    }
    List<Slice> slices = new ArrayList<>();
    int steps = (int) Math.ceil(seconds);
    for (int step = 0; step < steps; step++) {
      double begin = seconds * step / steps;
      double end = seconds * (step + 1) / steps;
      slices.add(new Slice(Math.round(arrivedBy(end)) - Math.round(arrivedBy(begin)), end - begin));
    }
    return List.copyOf(slices);
  }

  /** The area under the rate up to then. */
  private double arrivedBy(double time) {
    return from * time + (to - from) * time * time / (2 * seconds);
  }

  /** This phase with its rates and its time multiplied. */
  Phase scaled(double rates, double time) {
    return new Phase(from * rates, to * rates, seconds * time);
  }

  double peak() {
    return Math.max(from, to);
  }
}
