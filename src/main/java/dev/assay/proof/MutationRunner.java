package dev.assay.proof;

import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.exchange.target.Target;
import dev.assay.mock.mutation.Mutant;
import dev.assay.suite.ServiceSuite;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs the suites against the mock with each of its defects and each of its variants, several at a
 * time.
 */
public final class MutationRunner {

  static final int WORKERS = 6;

  private final RunInfo info;
  private final ProofSubject subject;
  private final Function<Target, List<ServiceSuite>> suites;
  private final TrialListener listener;
  private final boolean thorough;

  /**
   * A runner of those suites against a stand-in of one's choice.
   *
   * @param info for the record; its beginning does not matter
   * @param subject the stand-in
   * @param suites makes the suites for a target
   * @param listener hears of each result
   * @param thorough whether each mutant is met by all cases, instead of all that decide what is
   *     broken and some of each other clause
   */
  public MutationRunner(
      RunInfo info,
      ProofSubject subject,
      Function<Target, List<ServiceSuite>> suites,
      TrialListener listener,
      boolean thorough) {
    this.info = info;
    this.subject = subject;
    this.suites = suites;
    this.listener = listener;
    this.thorough = thorough;
  }

  /** Tries each of them, and the mock as it is. What takes longest starts first. */
  public Proof prove(List<Mutant> defects, List<Mutant> variants) throws InterruptedException {
    return prove(defects, variants, soFar -> {});
  }

  /**
   * Tries each of them, and the mock as it is. What takes longest starts first.
   *
   * @param watcher is given, at the beginning, what reports the proof so far at any time and what
   *     cancels the rest
   */
  public Proof prove(List<Mutant> defects, List<Mutant> variants, Consumer<ProofInProgress> watcher)
      throws InterruptedException {
    RunInfo begun = info.again();
    BlockingQueue<MutantRunner> runners = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      for (int i = 0; i < WORKERS; i++) {
        runners.add(new MutantRunner(info, subject, suites, listener));
      }
      MutantPlan unmodified = MutantPlan.unmodified(defects, variants);
      List<Clause> clauses = runners.element().clauses(unmodified);
      WorkerPool workers = new WorkerPool(threads, runners);
      List<Future<MutantResult>> first = workers.run(Stream.of(unmodified));
      List<Future<MutantResult>> quiet = workers.run(plans(variants, this::variant));
      List<Future<MutantResult>> killed = workers.run(plans(defects, this::defect));
      ProofInProgress proof =
          new ProofInProgress(begun, subject.caveat(), clauses, first.get(0), killed, quiet);
      watcher.accept(proof);
      return proof.finished();
    } finally {
      threads.shutdownNow();
      runners.forEach(MutantRunner::close);
    }
  }

  private static Stream<MutantPlan> plans(
      List<Mutant> mutants, BiFunction<Mutant, Integer, MutantPlan> plan) {
    return IntStream.range(0, mutants.size()).mapToObj(turn -> plan.apply(mutants.get(turn), turn));
  }

  private MutantPlan variant(Mutant variant, int turn) {
    return MutantPlan.of(
        variant, thorough ? CaseSelection.EVERYTHING : CaseSelection.sampling(turn));
  }

  private MutantPlan defect(Mutant defect, int turn) {
    Set<String> broken = defect.breaks();
    return MutantPlan.of(
        defect, thorough ? CaseSelection.thorough(broken) : CaseSelection.against(broken, turn));
  }

  /** As many run at a time as there are mocks. */
  private record WorkerPool(ExecutorService threads, BlockingQueue<MutantRunner> runners) {

    List<Future<MutantResult>> run(Stream<MutantPlan> plans) {
      return plans.map(plan -> threads.submit(() -> result(plan))).toList();
    }

    private MutantResult result(MutantPlan plan) throws InterruptedException {
      MutantRunner runner = runners.take();
      try {
        return runner.run(plan);
      } finally {
        runners.add(runner);
      }
    }
  }
}
