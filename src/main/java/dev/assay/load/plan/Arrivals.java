package dev.assay.load.plan;

/** Numbers the requests of a run as they come, and knows when each of them was due. */
public interface Arrivals {

  /** Those of that profile that are that injector's. */
  static Arrivals of(Profile profile, Injector injector) {
    return profile.model() == WorkloadModel.OPEN
        ? new PlannedArrivals(new Schedule(profile), injector)
        : new ClosedArrivals(profile.warmUpSeconds(), profile.seconds(), injector);
  }

  /**
   * Another one has come. Any number of threads may say so.
   *
   * @param nowNanos the clock of {@link System#nanoTime()}
   */
  Arrival come(long nowNanos);

  /** Whether it is too late for another one; never so in an open workload, which is counted out. */
  boolean isOver(long nowNanos);

  /**
   * A request that is about to be sent.
   *
   * @param number from 0, warm-up included, unlike that of any other injector
   * @param judged whether it is after the warm-up
   * @param plannedNanos when it was due, on the clock of {@link System#nanoTime()}
   */
  record Arrival(long number, boolean judged, long plannedNanos) {}
}
