package dev.assay.exchange.target;

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

  private static final long SLOWEST_BYTES_PER_SECOND = 256 << 10;

  /** The time that a slow line needs for so many bytes. */
  public static Duration slowLine(long bytes) {
    return Duration.ofSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  /** No pacing, a timeout of 30 seconds, no consent to load. */
  public static Limits unpaced() {
    return new Limits(Double.POSITIVE_INFINITY, Duration.ofSeconds(30), false, 0, 0);
  }
}
