package dev.assay.load.plan;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests that come according to a schedule, or an injector's part of them.
 *
 * <p>Gatling wakes its users to the millisecond, most of them late, and spreads them over whole
 * seconds, of which an injector's part is often no whole number. So users come a second before the
 * time, and wait until they are due.
 */
final class PlannedArrivals implements Arrivals {

  private static final long LEAD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Schedule schedule;
  private final Injector injector;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong zero = new AtomicLong(UNKNOWN);

  PlannedArrivals(Schedule schedule, Injector injector) {
    this.schedule = schedule;
    this.injector = injector;
  }

  @Override
  public Arrival come(long nowNanos) {
    long number = injector.arrival(next.getAndIncrement());
    long offset = schedule.offsetNanos(number);
    zero.compareAndSet(UNKNOWN, nowNanos + LEAD_NANOS - offset);
    return new Arrival(number, schedule.isJudged(number), zero.get() + offset);
  }

  @Override
  public boolean isOver(long nowNanos) {
    return false;
  }
}
