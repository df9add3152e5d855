package dev.assay.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the virtual users of a run as they come, and tells when each of them was due.
 *
 * <p>The load generator's own clock of injection is not to be had, so its zero is found from the
 * users, mostly those of the warm-up: nobody comes before the time, so the zero is the earliest
 * that any user came, less the time that its number is due after the first. Any number of threads
 * may ask.
 */
public final class Arrivals {

  private final Schedule schedule;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong zero = new AtomicLong(Long.MAX_VALUE);

  /**
   * A user that came.
   *
   * @param number from 0, warm-up included
   * @param judged whether it is after the warm-up
   * @param plannedNanos when it was due, on the clock of {@link System#nanoTime()}
   */
  public record Arrival(long number, boolean judged, long plannedNanos) {}

  /** Arrivals according to that schedule. */
  public Arrivals(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Another user has come.
   *
   * @param nowNanos the clock of {@link System#nanoTime()}
   */
  public Arrival come(long nowNanos) {
    long number = next.getAndIncrement();
    long offset = schedule.offsetNanos(number);
    long seen = nowNanos - offset;
    long from = zero.accumulateAndGet(seen, Math::min);
    return new Arrival(number, schedule.isJudged(number), from + offset);
  }
}
