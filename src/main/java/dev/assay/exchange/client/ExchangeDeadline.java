package dev.assay.exchange.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends an exchange that takes too long. It is set when the request is ready: how long this machine
 * took to make it so is not the service's fault.
 */
final class ExchangeDeadline {

  private final ScheduledExecutorService clock;
  private final Duration limit;
  private volatile Optional<Future<?>> ringing = Optional.empty();
  private volatile boolean rung;

  ExchangeDeadline(ScheduledExecutorService clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * From now on.
   *
   * @param abort ends the exchange
   */
  void set(Runnable abort) {
    ringing =
        Optional.of(
            clock.schedule(
                () -> {
                  rung = true;
                  abort.run();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS));
  }

  boolean hasRung() {
    return rung;
  }

  void off() {
    ringing.ifPresent(task -> task.cancel(false));
  }
}
