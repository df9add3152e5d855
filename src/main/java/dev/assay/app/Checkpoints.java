package dev.assay.app;

import dev.assay.UserException;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Writes what is known so far every few seconds, so that a process that is killed leaves it behind.
 */
public final class Checkpoints implements AutoCloseable {

  private static final int EVERY_MILLIS = 2_000;

  private final Timer timer = new Timer("checkpoints", true);
  private Optional<TimerTask> current = Optional.empty();
  private boolean closed;

  /** Writes a report that a later one replaces. */
  @FunctionalInterface
  public interface Checkpoint {
    /**
     * Writes it.
     *
     * @throws UserException if it cannot be written; the last report will fail likewise
     */
    void write() throws InterruptedException;
  }

  /** From now on, instead of what was written before, until this is closed. */
  public synchronized void begin(Checkpoint checkpoint) {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            writeQuietly(checkpoint);
          }
        };
    current.ifPresent(TimerTask::cancel);
    current = Optional.of(task);
    timer.schedule(task, EVERY_MILLIS, EVERY_MILLIS);
  }

  private synchronized void writeQuietly(Checkpoint checkpoint) {
    try {
      if (!closed) {
        checkpoint.write();
      }
    } catch (UserException e) {
      // the last report will fail for the same reason, and say so
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when no checkpoint is being written, and none will be. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
  }
}
