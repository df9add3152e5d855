package dev.assay.mock.mutation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes time. */
public final class Pause {

  private Pause() {}

  public static void millis(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
