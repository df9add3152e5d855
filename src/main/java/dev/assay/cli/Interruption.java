package dev.assay.cli;

import dev.assay.suite.Cancellation;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a piece of work early, and waits for its report before this process ends. */
final class Interruption {

  private static final int COULD_NOT_JUDGE = 2;
  private static final int PATIENCE_SECONDS = 25;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable cancel) {
    hook = new Thread(() -> endEarly(cancel), "interruption");
  }

  /**
   * Does a piece of work, reports included, that Ctrl-C cancels. One at a time: the process ends
   * when it is over.
   *
   * @param work looks at the cancellation, and ends soon after it
   */
  static <T> T cancels(Cancellation cancellation, Callable<T> work) throws Exception {
    Interruption interruption =
        new Interruption(() -> cancellation.cancel("the run was interrupted"));
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    try {
      return work.call();
    } finally {
      interruption.end();
    }
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

  private void end() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, because of the hook.
    }
  }
}
