package dev.assay.proof.external;

import dev.assay.UserException;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.shell.ShellCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the suite against many mutants, several at a time.
 *
 * @param jobs how many
 */
record TrialRunner(SuiteSubject subject, ShellCommand command, int jobs, SuiteListener listener) {

  private static final int GRACE_SECONDS = 10;

  /**
   * Tries them all, unless it is over before; of those that are alike the first stands for all.
   *
   * @param limit how long the suite may take against each
   */
  void run(
      List<CandidateMutant> mutants,
      Duration limit,
      BooleanSupplier over,
      Consumer<SuiteTrial> done)
      throws InterruptedException {
    AlikeMutants alike = AlikeMutants.of(mutants);
    listener.begins(alike.groups().size());
    Queue<CandidateMutant> queue = new ConcurrentLinkedQueue<>(alike.first());
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        workers.add(
            threads.submit(
                () -> {
                  try (MockServer mock = standIn()) {
                    new TrialWorker(mock, command, limit, listener)
                        .work(queue, over, trial -> alike.of(trial).forEach(done));
                  }
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException told) {
        throw told; // such as that what the suite printed cannot be written
      }
      throw new IllegalStateException("a mutant could not be tried", e.getCause());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private MockServer standIn() {
    return MockServer.startOneOf(jobs + 1, TestAccounts.sample(), subject.proof().standIn());
  }
}
