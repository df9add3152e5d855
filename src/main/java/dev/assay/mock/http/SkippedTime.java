package dev.assay.mock.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets no time pass, and counts how much would have. What would be done later is not done, as if
 * the next request always came before.
 */
public final class SkippedTime implements Timing {

  private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

  @Override
  public void pause(Duration time) {
    skipped.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public void later(Duration time, Runnable task) {
    // the requests of a replay come one right after another
  }

  /** How much it was since this was last asked. */
  public Duration take() {
    return skipped.getAndSet(Duration.ZERO);
  }
}
