package dev.assay.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a piece of work early, and waits for its report before this process ends. */
final class Interruption {

  private static final int COULD_NOT_JUDGE = 2;
  private static final int PATIENCE_SECONDS = 15;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable cancel) {
    hook = new Thread(() -> endEarly(cancel), "interruption");
  }

  /**
   * From now on, until its end is told.
   *
   * @param cancel makes the work end soon
   */
  static Interruption of(Runnable cancel) {
    Interruption interruption = new Interruption(cancel);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void endEarly(Runnable cancel) {
    cancel.run();
    try {
      if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(COULD_NOT_JUDGE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The report is written. */
  void end() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, because of the hook.
    }
  }
}
