package dev.assay.proof.external;

import dev.assay.mock.MockServer;
import dev.assay.proof.shell.CommandRun;
import dev.assay.proof.shell.ShellCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the suite against one mutant after another, at a port of its own. What the suite kills
 * counts once it has passed the unmodified stand-in again.
 *
 * @param limit how long the suite may take
 */
record TrialWorker(MockServer mock, ShellCommand command, Duration limit, SuiteListener listener) {

  private static final int KILLS_BETWEEN_CHECKS = 12;
  private static final int TIMES_AGAIN = 2;

  /** Takes mutants until there are no more, or it is to stop. */
  void work(Queue<CandidateMutant> mutants, BooleanSupplier over, Consumer<SuiteTrial> done)
      throws InterruptedException {
    List<SuiteTrial> unsure = new ArrayList<>();
    while (!over.getAsBoolean()) {
      CandidateMutant next = mutants.poll();
      if (next == null) {
        break;
      }
      SuiteTrial trial = tried(next);
      if (trial.status().isKill()) {
        unsure.add(trial);
      } else {
        done.accept(trial);
      }
      if (unsure.size() == KILLS_BETWEEN_CHECKS) {
        settle(unsure, done);
      }
    }
    settle(unsure, done);
  }

  private SuiteTrial tried(CandidateMutant candidate) throws InterruptedException {
    mock.startAfresh(List.of(candidate.mutant()));
    CommandRun run = command.run(mock.baseUri(), limit);
    if (run.status().isEmpty()) { // a busy machine may be why: once more, with more time
      mock.startAfresh(List.of(candidate.mutant()));
      run = command.run(mock.baseUri(), limit.multipliedBy(TIMES_AGAIN));
    }
    listener.ran(candidate.mutant().id(), run);
    listener.tried();
    return SuiteTrial.of(candidate.mutant(), status(run), candidate.difference(), run.duration());
  }

  private static MutantStatus status(CommandRun run) {
    return run.passed()
        ? MutantStatus.SURVIVED
        : run.status().isPresent() ? MutantStatus.KILLED : MutantStatus.TIMED_OUT;
  }

  private void settle(List<SuiteTrial> unsure, Consumer<SuiteTrial> done)
      throws InterruptedException {
    if (unsure.isEmpty()) {
      return;
    }
    mock.startAfresh(List.of());
    boolean passes = command.run(mock.baseUri(), limit).passed();
    unsure.forEach(trial -> done.accept(passes ? trial : trial.as(MutantStatus.FLAKY)));
    unsure.clear();
  }
}
