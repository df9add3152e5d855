package dev.assay.proof.external;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the suite against many mutants, several at a time.
 *
 * @param suites makes it, with a stand-in of its own
 * @param limit how long the suite may take against each
 * @param over whether there is no more time
 */
record TrialRunner(
    Supplier<RepeatableSuite> suites,
    Workers workers,
    Duration limit,
    BooleanSupplier over,
    SuiteListener listener) {

  /** What a worker does with a suite of its own. */
  private interface Work {
    void with(TrialWorker worker) throws InterruptedException;
  }

  /** Tries them all, while there is time; of those that are alike the first stands for all. */
  void run(List<CandidateMutant> mutants, Consumer<SuiteTrial> done) throws InterruptedException {
    AlikeMutants alike = AlikeMutants.of(mutants);
    listener.begins(alike.groups().size());
    Queue<CandidateMutant> queue = new ConcurrentLinkedQueue<>(alike.first());
    SuiteDoubt doubt = new SuiteDoubt();
    Consumer<SuiteTrial> all = trial -> alike.of(trial).forEach(done);
    sideBySide(doubt, worker -> worker.work(queue, over, all));
    if (doubt.isRaised()) {
      sideBySide(doubt, worker -> worker.confirm(doubt.believed(), over, all));
    }
  }

  private void sideBySide(SuiteDoubt doubt, Work work) throws InterruptedException {
    workers.run(
        () -> {
          try (RepeatableSuite suite = suites.get()) {
            work.with(new TrialWorker(suite, limit, doubt, listener));
          }
          return null;
        });
  }
}
