package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.shell.CommandRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the suite against one mutant after another.
 *
 * @param limit how long the suite may take
 * @param doubt shared with the other workers
 */
record TrialWorker(
    RepeatableSuite suite, Duration limit, SuiteDoubt doubt, SuiteListener listener) {

  private static final int KILLS_BETWEEN_CHECKS = 6;
  private static final int TIMES_AGAIN = 2;
  private static final int MORE_TIME = 2;
  private static final List<Mutant> NONE = List.of();

  /** Takes mutants until there are no more, or it is to stop. */
  void work(Queue<CandidateMutant> mutants, BooleanSupplier over, Consumer<SuiteTrial> done)
      throws InterruptedException {
    List<Kill> unsure = new ArrayList<>();
    for (CandidateMutant next = next(mutants, over); next != null; next = next(mutants, over)) {
      SuiteTrial trial = tried(next);
      if (!trial.status().isKill()) {
        done.accept(trial);
      } else if (doubt.concernsNext()) {
        done.accept(confirmed(new Kill(next, trial)));
      } else {
        unsure.add(new Kill(next, trial));
      }
      if (unsure.size() == KILLS_BETWEEN_CHECKS) {
        settle(unsure, done);
      }
    }
    settle(unsure, done);
  }

  private static CandidateMutant next(Queue<CandidateMutant> mutants, BooleanSupplier over) {
    return over.getAsBoolean() ? null : mutants.poll();
  }

  /** Confirms what was believed, as long as there is time. */
  void confirm(Queue<Kill> kills, BooleanSupplier over, Consumer<SuiteTrial> done)
      throws InterruptedException {
    for (Kill kill = kills.poll(); kill != null; kill = kills.poll()) {
      done.accept(over.getAsBoolean() ? kill.flaky() : confirmed(kill));
    }
  }

  private SuiteTrial tried(CandidateMutant candidate) throws InterruptedException {
    CommandRun run = run(List.of(candidate.mutant()));
    listener.ran(candidate.mutant().id(), run);
    listener.tried();
    return SuiteTrial.of(candidate.mutant(), status(run), candidate.difference(), run.duration());
  }

  /** A busy machine may be why it does not end: once more then, with more time. */
  private CommandRun run(List<Mutant> mutants) throws InterruptedException {
    CommandRun run = suite.run(mutants, limit);
    return run.status().isPresent() ? run : suite.run(mutants, limit.multipliedBy(MORE_TIME));
  }

  private static MutantStatus status(CommandRun run) {
    return run.passed()
        ? MutantStatus.SURVIVED
        : run.status().isPresent() ? MutantStatus.KILLED : MutantStatus.TIMED_OUT;
  }

  /** The suite has to pass without the mutant, and to fail with it twice more. */
  private SuiteTrial confirmed(Kill kill) throws InterruptedException {
    if (passesUnmodified() && failsAgain(kill)) {
      return kill.trial();
    }
    doubt.raise();
    return kill.flaky();
  }

  private boolean failsAgain(Kill kill) throws InterruptedException {
    for (int again = 0; again < TIMES_AGAIN && !kill.isTimeOut(); again++) {
      if (run(List.of(kill.candidate().mutant())).passed()) {
        return false;
      }
    }
    return true;
  }

  private void settle(List<Kill> unsure, Consumer<SuiteTrial> done) throws InterruptedException {
    if (!unsure.isEmpty() && !doubt.isRaised() && !passesUnmodified()) {
      doubt.raise();
    }
    unsure.forEach(doubt::believe);
    unsure.forEach(kill -> done.accept(doubt.isRaised() ? kill.flaky() : kill.trial()));
    unsure.clear();
  }

  private boolean passesUnmodified() throws InterruptedException {
    CommandRun run = run(NONE);
    if (!run.passed()) {
      listener.ran("unmodified-later", run);
    }
    return run.passed();
  }
}
