package dev.assay.suite.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * When a run is to end before its time: at its deadline, or on request. Safe for use by several
 * threads.
 */
public final class Cancellation implements AutoCloseable {

  private final Optional<Timer> clock;
  private final List<Runnable> listeners = new ArrayList<>();
  private Optional<String> why = Optional.empty();

  private Cancellation(Optional<Timer> clock) {
    this.clock = clock;
  }

  /** One without a deadline. */
  public static Cancellation onRequest() {
    return new Cancellation(Optional.empty());
  }

  /** One that comes at a run's deadline, if not before. */
  public static Cancellation after(Duration deadline) {
    return after(
        deadline,
        "the run's deadline of %s was over; give it longer with --deadline"
            .formatted(inWords(deadline)));
  }

  /**
   * One that comes after that time at the latest.
   *
   * @param because in words that continue a sentence
   */
  public static Cancellation after(Duration deadline, String because) {
    Timer clock = new Timer("deadline", true);
    Cancellation cancellation = new Cancellation(Optional.of(clock));
    clock.schedule(cancellation.ending(because), deadline.toMillis());
    return cancellation;
  }

  private TimerTask ending(String because) {
    return new TimerTask() {
      @Override
      public void run() {
        Cancellation.this.cancel(because);
      }
    };
  }

  private static String inWords(Duration deadline) {
    return deadline.toSeconds() < 120 ? deadline.toSeconds() + " s" : deadline.toMinutes() + " min";
  }

  /**
   * Ends the run. Only the first call counts.
   *
   * @param because in words that continue a sentence
   */
  public void cancel(String because) {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      if (why.isEmpty()) {
        why = Optional.of(because);
        told.addAll(listeners);
      }
    }
    told.forEach(Runnable::run);
  }

  /** Why it was cancelled, if it was. */
  public synchronized Optional<String> why() {
    return why;
  }

  /** Calls back when it comes, at once if it has come already. */
  public void whenCancelled(Runnable listener) {
    synchronized (this) {
      if (why.isEmpty()) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }

  /** The deadline counts no more. */
  @Override
  public void close() {
    clock.ifPresent(Timer::cancel);
  }
}
