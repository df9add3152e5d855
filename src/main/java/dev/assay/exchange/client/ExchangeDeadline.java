package dev.assay.exchange.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends an exchange that takes too long. It starts when the request is ready: how long this machine
 * took to make it so is not the service's fault.
 */
final class ExchangeDeadline {

  private final ScheduledExecutorService clock;
  private final Duration limit;
  private volatile Optional<Future<?>> timer = Optional.empty();
  private volatile boolean passed;

  ExchangeDeadline(ScheduledExecutorService clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Starts it.
   *
   * @param abort ends the exchange
   */
  void start(Runnable abort) {
    timer =
        Optional.of(
            clock.schedule(
                () -> {
                  passed = true;
                  abort.run();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS));
  }

  boolean hasPassed() {
    return passed;
  }

  void cancel() {
    timer.ifPresent(task -> task.cancel(false));
  }
}
