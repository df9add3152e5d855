package dev.assay.proof;

import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs the suites against one mutant after another: a mock, which starts afresh for each, and the
 * suites for it, which are made only once, for that takes longer than many a run.
 */
final class MutantRunner implements AutoCloseable {

  private final RunInfo info;
  private final TrialListener listener;
  private final MockServer mock;
  private final Target target;
  private final List<ServiceSuite> suites;

  /**
   * One with a mock of its own.
   *
   * @param info for the record; its beginning does not matter
   * @param subject what the mock stands in for
   * @param suites makes the suites for a target
   * @param listener hears of each result
   */
  MutantRunner(
      RunInfo info,
      ProofSubject subject,
      Function<Target, List<ServiceSuite>> suites,
      TrialListener listener) {
    this.info = info;
    this.mock =
        MockServer.startOneOf(MutationRunner.WORKERS, TestAccounts.sample(), subject.standIn());
    this.target = subject.target().apply(mock);
    this.suites = suites.apply(target);
    this.listener = listener;
  }

  /** Every clause of the operations in that plan, in document order. */
  List<Clause> clauses(MutantPlan plan) {
    return plan.of(suites).stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(suite -> suite.operation().clauses().stream())
        .toList();
  }

  /**
   * Runs what is planned. What has then not been blamed, and should have been, is tried again with
   * the costly cases that were left out, and what leaves it undecided beside the other operations.
   */
  MutantResult run(MutantPlan plan) throws InterruptedException {
    Run run = runSuites(plan);
    MutantResult result = result(plan, run);
    boolean heldBack = !plan.selection().costlyToo();
    if (heldBack && !result.missed().isEmpty()) {
      run = runSuites(plan.retryMissed(result.missed()));
      result = result.with(result(plan, run));
    }
    if (result.outcome() == MutantResult.Outcome.UNDECIDED) {
      run = runSuites(plan.besideOthers());
      result = result.with(result(plan, run));
    }
    listener.finished(result, run);
    return result;
  }

  private Run runSuites(MutantPlan plan) throws InterruptedException {
    mock.startAfresh(plan.mutants());
    return new SuiteRunner(target, Progress.NONE, ServiceClient::overApache)
        .run(plan.of(suites), info.again(), false);
  }

  private MutantResult result(MutantPlan plan, Run run) {
    BlamedClauses blamed = new BlamedClauses(run);
    return new MutantResult(
        plan.id(),
        plan.operation(),
        plan.says(),
        inOrder(plan.breaks(), clauses(plan)),
        blamed.byClause(),
        blamed.undecided(),
        run.conclusion(),
        run.info().duration());
  }

  /** In document order; what no document knows comes last, and will be missed. */
  private static List<String> inOrder(Set<String> breaks, List<Clause> clauses) {
    List<String> known = clauses.stream().map(clause -> clause.id().value()).toList();
    List<String> ordered = new ArrayList<>(known.stream().filter(breaks::contains).toList());
    breaks.stream().filter(id -> !known.contains(id)).sorted().forEach(ordered::add);
    return ordered;
  }

  @Override
  public void close() {
    mock.close();
  }
}
