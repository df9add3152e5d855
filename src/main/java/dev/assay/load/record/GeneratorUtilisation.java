package dev.assay.load.record;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * How busy this JVM was since a moment.
 *
 * @param sinceNanos the moment, on the clock of {@link System#nanoTime()}
 * @param cpuNanos processor time up to then
 * @param gcMillis time in garbage collections up to then
 */
record GeneratorUtilisation(long sinceNanos, long cpuNanos, long gcMillis) {

  static GeneratorUtilisation now() {
    return new GeneratorUtilisation(System.nanoTime(), cpu(), gc());
  }

  /** Used processor time by the time of all cores, from 0 to 1. */
  double cpuShare() {
    int cores = Runtime.getRuntime().availableProcessors();
    return (double) (cpu() - cpuNanos) / elapsed() / cores;
  }

  /** Collection time by elapsed time. */
  double gcShare() {
    return (gc() - gcMillis) * 1e6 / elapsed();
  }

  private long elapsed() {
    return Math.max(1, System.nanoTime() - sinceNanos);
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }

  private static long gc() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }
}
