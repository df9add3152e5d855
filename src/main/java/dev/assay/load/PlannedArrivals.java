package dev.assay.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests that come according to a schedule.
 *
 * <p>The load generator's own clock of injection is not to be had, so its zero is found from the
 * users, mostly those of the warm-up: nobody comes before the time, so the zero is the earliest
 * that any user came, less the time that its number is due after the first.
 */
final class PlannedArrivals implements Arrivals {

  private final Schedule schedule;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong zero = new AtomicLong(Long.MAX_VALUE);

  PlannedArrivals(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public Arrival come(long nowNanos) {
    long number = next.getAndIncrement();
    long offset = schedule.offsetNanos(number);
    long seen = nowNanos - offset;
    long from = zero.accumulateAndGet(seen, Math::min);
    return new Arrival(number, schedule.isJudged(number), from + offset);
  }

  @Override
  public boolean isOver(long nowNanos) {
    return false;
  }
}
