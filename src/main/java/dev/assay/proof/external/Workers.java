package dev.assay.proof.external;

import dev.assay.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Several that do the same work side by side.
 *
 * @param number how many
 */
record Workers(int number) {

  private static final int GRACE_SECONDS = 10;

  /**
   * Has each do it, and waits for them all.
   *
   * @throws InterruptedException when it is ended early; by then the workers have stopped
   */
  void run(Callable<Void> work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        all.add(threads.submit(work));
      }
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException told) {
        throw told; // such as that what the suite printed cannot be written
      }
      throw new IllegalStateException("the suite could not be run", e.getCause());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
