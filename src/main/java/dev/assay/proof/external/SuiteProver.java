package dev.assay.proof.external;

import dev.assay.RunInfo;
import dev.assay.contract.Operation;
import dev.assay.mock.Replica;
import dev.assay.mock.StandIn;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.replay.AnswerComparison;
import dev.assay.proof.replay.RecordedTraffic.Answered;
import dev.assay.proof.replay.Replay;
import dev.assay.proof.shell.ShellCommand;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Proves a suite of somebody else's: it has to pass the unmodified stand-in, and should fail each
 * mutant of it that answers its requests otherwise.
 *
 * @param command of the suite
 */
public record SuiteProver(
    SuiteSubject subject, String command, TrialPlan plan, SuiteListener listener) {

  /** A proof that begins now. */
  public SuiteProofInProgress begin(RunInfo info, List<Mutant> defects, List<Mutant> variants) {
    return new SuiteProofInProgress(
        info.seeded(plan.seed()), subject, command, plan, of(defects), of(variants));
  }

  /** What of these is of interest. */
  private List<Mutant> of(List<Mutant> mutants) {
    return mutants.stream().filter(mutant -> plan.isOfInterest(mutant.id())).toList();
  }

  /**
   * Runs the suite against the unmodified stand-in, then against each mutant that it can see.
   *
   * @throws InterruptedException when it is ended early; what is known by then stays known
   */
  public void prove(SuiteProofInProgress proof, List<Mutant> defects, List<Mutant> variants)
      throws InterruptedException {
    long begun = System.nanoTime();
    BooleanSupplier over =
        () ->
            plan.budget()
                .filter(budget -> System.nanoTime() - begun > budget.toNanos())
                .isPresent();
    ShellCommand suite = new ShellCommand(command, subject.environment(), subject.redactor());
    UnmodifiedRuns baseline = new BaselineRunner(subject, suite, plan, listener).run();
    proof.begun(baseline);
    if (baseline.problem().isEmpty()) {
      List<CandidateMutant> seen = seen(proof, baseline, of(defects), of(variants));
      new TrialRunner(
              () -> new SuiteAtMock(suite, subject.mock(plan.jobs(), (request, response) -> {})),
              new Workers(plan.jobs()),
              plan.limitAfter(baseline.slowest()),
              over,
              listener)
          .run(seen, proof::is);
    }
  }

  /** What the suite can see, of variants all and of defects all or a sample, in a random order. */
  private List<CandidateMutant> seen(
      SuiteProofInProgress proof,
      UnmodifiedRuns baseline,
      List<Mutant> defects,
      List<Mutant> variants) {
    Function<List<Mutant>, Replica> replicas = replicas(baseline.all().get(0).baseUri());
    List<Replay> replays =
        baseline.all().stream().map(run -> Replay.of(replicas, run.traffic())).toList();
    List<OperationReach> reach = reach(replays, replicas.apply(List.of()));
    proof.reaches(reach);
    MutantFilter filter =
        new MutantFilter(replays, reach, new AnswerComparison(subject.redactor()), proof::is);
    Random random = new Random(plan.seed());
    List<CandidateMutant> seen = new ArrayList<>(filter.visible(defects));
    Collections.shuffle(seen, random);
    int most = plan.sample().orElse(seen.size());
    List<CandidateMutant> chosen = new ArrayList<>(seen.subList(0, Math.min(most, seen.size())));
    seen.subList(chosen.size(), seen.size()).forEach(each -> proof.is(each.notRun()));
    chosen.addAll(filter.visible(variants));
    chosen.forEach(each -> proof.is(each.notRun()));
    Collections.shuffle(chosen, random);
    return chosen;
  }

  private Function<List<Mutant>, Replica> replicas(URI baseUri) {
    StandIn standIn = subject.proof().standIn();
    return mutants -> new Replica(standIn, TestAccounts.sample(), baseUri, mutants);
  }

  private List<OperationReach> reach(List<Replay> replays, Replica router) {
    return subject.operations().stream()
        .map(
            operation ->
                OperationReach.of(
                    operation,
                    replays.stream().map(replay -> of(operation, replay, router)).toList()))
        .toList();
  }

  private static List<Answered> of(Operation operation, Replay replay, Replica router) {
    return replay.steps().stream()
        .filter(step -> router.operation(step.request()).filter(operation.id()::equals).isPresent())
        .toList();
  }
}
