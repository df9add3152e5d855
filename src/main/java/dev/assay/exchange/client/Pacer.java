package dev.assay.exchange.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Spaces requests evenly, and holds all of them back while a server asks to wait. Safe for use by
 * several threads.
 */
final class Pacer {

  private static final long LONGEST_PARK_NANOS = 100_000_000;

  private final long gapNanos;
  private long nextSlot = System.nanoTime();
  private volatile boolean ended;

  /** At most so many requests per second; infinity for no limit. */
  Pacer(double perSecond) {
    this.gapNanos = Double.isInfinite(perSecond) ? 0 : Math.round(1e9 / perSecond);
  }

  /** Waits for this caller's turn. */
  void await() {
    waitUntil(takeSlot());
  }

  /** Waits that long, for this caller only. */
  void pause(Duration length) {
    waitUntil(System.nanoTime() + length.toNanos());
  }

  private void waitUntil(long time) {
    long left = time - System.nanoTime();
    while (left > 0 && !ended) {
      LockSupport.parkNanos(Math.min(left, LONGEST_PARK_NANOS));
      left = time - System.nanoTime();
    }
  }

  /** Gives nobody a turn before that much time has passed. */
  synchronized void holdBack(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    if (until - nextSlot > 0) {
      nextSlot = until;
    }
  }

  /** Lets everybody go at once, from now on. */
  void end() {
    ended = true;
  }

  private synchronized long takeSlot() {
    long now = System.nanoTime();
    long slot = nextSlot - now > 0 ? nextSlot : now;
    nextSlot = slot + gapNanos;
    return slot;
  }
}
