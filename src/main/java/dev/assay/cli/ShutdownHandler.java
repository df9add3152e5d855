package dev.assay.cli;

import dev.assay.suite.run.Cancellation;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Lets Ctrl-C end the work of a process early, and keeps the process until its command has said all
 * that it has to say.
 */
final class ShutdownHandler {

  private static final int COULD_NOT_JUDGE = 2;
  private static final Duration GRACE = Duration.ofSeconds(25);

  private final Duration grace;
  private final IntConsumer halt;
  private final PrintStream err;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<Cancellation> work = Optional.empty();

  /**
   * One that hears of nothing by itself.
   *
   * @param grace how long the work may take to end
   * @param halt ends the process with that exit code, at once
   * @param err gets a sentence if the work takes longer
   */
  ShutdownHandler(Duration grace, IntConsumer halt, PrintStream err) {
    this.grace = grace;
    this.halt = halt;
    this.err = err;
  }

  /** One that cancels from now on when the operating system wants this process to end. */
  static ShutdownHandler ofThisProcess(Launcher launcher, PrintStream err) {
    ShutdownHandler interruption =
        new ShutdownHandler(
            GRACE, code -> Runtime.getRuntime().halt(launcher.processCode(code)), err);
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

  /** The process was told to end. */
  void endEarly() {
    Optional<Cancellation> cancelled = work;
    if (cancelled.isEmpty()) {
      return;
    }
    cancelled.get().cancel("the run was interrupted");
    try {
      if (!over.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        err.printf(
            "assay: what was under way did not end within %s s after it was told to; the reports may lack the last of it%n",
            grace.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    halt.accept(COULD_NOT_JUDGE);
  }
}
