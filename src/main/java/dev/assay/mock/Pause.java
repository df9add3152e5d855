package dev.assay.mock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes time. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
