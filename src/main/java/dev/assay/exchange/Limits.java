package dev.assay.exchange;

import java.time.Duration;

/**
 * How gently a target is to be treated.
 *
 * @param requestsPerSecond pace of a contract run; infinite for none
 * @param timeout how long to wait for any single answer
 * @param loadAllowed whether it may be loaded at all
 * @param maxLoadPerSecond the highest rate of a load run
 * @param maxLoadBytes the most bytes that a load run may send
 */
public record Limits(
    double requestsPerSecond,
    Duration timeout,
    boolean loadAllowed,
    double maxLoadPerSecond,
    long maxLoadBytes) {

  /** No pacing, 30 seconds of patience, no consent to load. */
  public static Limits unpaced() {
    return new Limits(Double.POSITIVE_INFINITY, Duration.ofSeconds(30), false, 0, 0);
  }
}
