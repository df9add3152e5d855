package dev.assay.cli;

import dev.assay.suite.run.Cancellation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end the work of a process early, and keeps the process until its command has said all
 * that it has to say.
 */
final class ShutdownHandler {

  private static final int COULD_NOT_JUDGE = 2;
  private static final int GRACE_SECONDS = 25;

  private final Launcher launcher;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<Cancellation> work = Optional.empty();

  ShutdownHandler(Launcher launcher) {
    this.launcher = launcher;
  }

  /** One that cancels from now on when the operating system wants this process to end. */
  static ShutdownHandler ofThisProcess(Launcher launcher) {
    ShutdownHandler interruption = new ShutdownHandler(launcher);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::endEarly, "interruption"));
    CompletableFuture<Void> unused = launcher.ended().thenRun(() -> System.exit(COULD_NOT_JUDGE));
    return interruption;
  }

  /** Cancels that work, which looks at its cancellation and ends soon after it. */
  void cancels(Cancellation cancellation) {
    work = Optional.of(cancellation);
  }

  /** The command has said all. */
  void commandIsOver() {
    work = Optional.empty();
    over.countDown();
  }

  private void endEarly() {
    Optional<Cancellation> cancelled = work;
    if (cancelled.isEmpty()) {
      return;
    }
    cancelled.get().cancel("the run was interrupted");
    try {
      if (over.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(launcher.processCode(COULD_NOT_JUDGE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
