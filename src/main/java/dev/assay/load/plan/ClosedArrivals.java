package dev.assay.load.plan;

import java.util.concurrent.atomic.AtomicLong;

/** Requests that come when their users are ready: none is ever due before it comes. */
final class ClosedArrivals implements Arrivals {

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Injector injector;
  private final long warmUpNanos;
  private final long nanos;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong zero = new AtomicLong(UNKNOWN);

  /**
   * The users of one injector.
   *
   * @param warmUpSeconds from the first request
   * @param seconds after that
   * @param injector whose users these are
   */
  ClosedArrivals(double warmUpSeconds, double seconds, Injector injector) {
    this.injector = injector;
    this.warmUpNanos = Math.round(warmUpSeconds * 1e9);
    this.nanos = warmUpNanos + Math.round(seconds * 1e9);
  }

  @Override
  public Arrival come(long nowNanos) {
    zero.compareAndSet(UNKNOWN, nowNanos);
    return new Arrival(
        injector.arrival(next.getAndIncrement()), nowNanos - zero.get() >= warmUpNanos, nowNanos);
  }

  @Override
  public boolean isOver(long nowNanos) {
    return zero.get() != UNKNOWN && nowNanos - zero.get() >= nanos;
  }
}
