package dev.assay.suite.run;

import dev.assay.RunInfo;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.CaseExecutor.Task;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs suites against a target: the preconditions first, then everything else side by side, then
 * what must be alone, and last what only the whole run can show.
 */
public final class SuiteRunner {

  private final Target target;
  private final Progress progress;
  private final Client.Factory clientMaker;
  private final Cancellation cancellation;
  private final Journal journal;

  /**
   * A runner for that target.
   *
   * @param progress hears of each case
   */
  public SuiteRunner(Target target, Progress progress) {
    this(target, progress, ServiceClient::overRestAssured);
  }

  /**
   * A runner for that target.
   *
   * @param progress hears of each case
   * @param clientMaker makes the client of each service
   */
  public SuiteRunner(Target target, Progress progress, Client.Factory clientMaker) {
    this(target, progress, clientMaker, Cancellation.onRequest(), Journal.NONE);
  }

  /**
   * A runner for that target.
   *
   * @param progress hears of each case
   * @param clientMaker makes the client of each service
   * @param cancellation ends the run early; what is not decided by then stays undecided
   * @param journal hears of each exchange
   */
  public SuiteRunner(
      Target target,
      Progress progress,
      Client.Factory clientMaker,
      Cancellation cancellation,
      Journal journal) {
    this.target = target;
    this.progress = progress;
    this.clientMaker = clientMaker;
    this.cancellation = cancellation;
    this.journal = journal;
  }

  /**
   * Plays the suites and returns all verdicts.
   *
   * @param info for the record: this run, which begins now
   * @param strict whether a WARN is to count as a FAIL
   */
  public Run run(List<ServiceSuite> services, RunInfo info, boolean strict)
      throws InterruptedException {
    return run(services, info, strict, soFar -> {});
  }

  /**
   * Plays the suites and returns all verdicts.
   *
   * @param info for the record: this run, which begins now
   * @param strict whether a WARN is to count as a FAIL
   * @param watcher is given, at the beginning, what tells the verdicts so far at any time
   */
  public Run run(
      List<ServiceSuite> services, RunInfo info, boolean strict, Consumer<Supplier<Run>> watcher)
      throws InterruptedException {
    try (TargetRun targetRun =
            new TargetRun(
                target, List.of(), services, progress, clientMaker, cancellation, journal);
        CaseExecutor crew = new CaseExecutor()) {
      watcher.accept(() -> targetRun.soFar(info, strict));
      List<OperationRun> runs = targetRun.operations();
      crew.doAll(runs.stream().map(run -> new Task(false, run::precondition)).toList());
      runs.forEach(run -> run.reconsider(runs));
      for (List<Task> wave : besideEachOther(runs)) {
        crew.doAll(wave);
      }
      runs.forEach(OperationRun::alone);
      return targetRun.run(info, strict);
    }
  }

  private static List<List<Task>> besideEachOther(List<OperationRun> runs) {
    List<ScheduledCase> turns = new ArrayList<>();
    for (OperationRun run : runs) {
      run.ordinary().forEach(c -> turns.add(new ScheduledCase(c, () -> run.run(c))));
    }
    return ScheduledCase.waves(turns);
  }
}
