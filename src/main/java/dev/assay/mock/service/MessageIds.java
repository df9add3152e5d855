package dev.assay.mock.service;

import dev.assay.mock.http.FreshValues;
import java.util.concurrent.atomic.AtomicLong;

/** Unique, rising message ids that do not fit 32 bits and are still exact as a double. */
public final class MessageIds {

  private static final long LOWEST = 1L << 32;
  private static final long HIGHEST = 1L << 48;

  private final AtomicLong next;

  private MessageIds(long first) {
    this.next = new AtomicLong(first);
  }

  /** From a start that nobody knows beforehand. */
  public static MessageIds from(FreshValues fresh) {
    return new MessageIds(fresh.random().nextLong(LOWEST, HIGHEST));
  }

  long next() {
    return next.getAndIncrement();
  }
}
