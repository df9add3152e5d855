package dev.assay.load.plan;

import java.util.List;

/**
 * When each arrival of a profile is planned, by its number from 0, warm-up included. This is what
 * latencies are counted from, so that a request that waited in a stalled generator or behind a
 * frozen service counts all of its waiting.
 */
public final class Schedule {

  private static final double NANOS = 1e9;

  private final List<Slice> slices;
  private final long warmUpArrivals;
  private final long total;

  /** The schedule of that profile. */
  public Schedule(Profile profile) {
    this.slices = profile.slices();
    this.total = slices.stream().mapToLong(Slice::arrivals).sum();
    this.warmUpArrivals = total - profile.plannedArrivals();
  }

  /** How many arrive in all. */
  public long total() {
    return total;
  }

  /** Whether the arrival of that number is judged, not warm-up. */
  public boolean isJudged(long number) {
    return number >= warmUpArrivals;
  }

  /** How many arrive before anything is judged. */
  public long warmUpArrivals() {
    return warmUpArrivals;
  }

  /** When the arrival of that number is due: nanoseconds after the first. */
  public long offsetNanos(long number) {
    double before = 0;
    long left = number;
    for (Slice slice : slices) {
      if (left < slice.arrivals()) {
        return Math.round((before + slice.offset(left)) * NANOS);
      }
      left -= slice.arrivals();
      before += slice.seconds();
    }
    return Math.round(before * NANOS);
  }
}
