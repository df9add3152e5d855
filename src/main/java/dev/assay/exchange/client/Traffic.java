package dev.assay.exchange.client;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets requests go beside each other, or one alone, while all others wait. */
final class Traffic {

  /** Fair, so that a request that wants to be alone is not kept waiting for ever. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  <T> T beside(Supplier<T> sending) {
    return during(lock.readLock(), sending);
  }

  <T> T alone(Supplier<T> sending) {
    return during(lock.writeLock(), sending);
  }

  private static <T> T during(Lock held, Supplier<T> sending) {
    held.lock();
    try {
      return sending.get();
    } finally {
      held.unlock();
    }
  }
}
