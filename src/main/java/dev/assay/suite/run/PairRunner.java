package dev.assay.suite.run;

import dev.assay.RunInfo;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.CaseExecutor.Task;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plays the same cases against two targets, case by case and by turns, so that whatever happens
 * meanwhile happens to both.
 */
public final class PairRunner {

  private final Side from;
  private final Side to;
  private final Progress progress;
  private final Client.Factory clientMaker;
  private final Cancellation cancellation;

  /**
   * One of the two.
   *
   * @param journal hears of each exchange with it
   */
  public record Side(Target target, Journal journal) {

    /** One of which nobody takes note. */
    public Side(Target target) {
      this(target, Journal.NONE);
    }
  }

  /**
   * A runner for those two.
   *
   * @param progress hears of each case of each target
   * @param clientMaker makes the client of each service
   * @param cancellation ends the runs early
   */
  public PairRunner(
      Side from,
      Side to,
      Progress progress,
      Client.Factory clientMaker,
      Cancellation cancellation) {
    this.from = from;
    this.to = to;
    this.progress = progress;
    this.clientMaker = clientMaker;
    this.cancellation = cancellation;
  }

  /**
   * All verdicts of either side.
   *
   * @param from those about the old service
   * @param to those about the new service
   */
  public record Runs(Run from, Run to) {}

  /** One operation on either side. */
  private record Twins(OperationRun from, OperationRun to) {

    /** Whether the preconditions of both showed that something can be proven. */
    boolean canBeCompared() {
      return from.problem().isEmpty() && to.problem().isEmpty();
    }

    /** One after the other; who goes first changes from turn to turn. */
    void byTurns(int turn, Runnable ofFrom, Runnable ofTo) {
      (turn % 2 == 0 ? ofFrom : ofTo).run();
      (turn % 2 == 0 ? ofTo : ofFrom).run();
    }
  }

  /**
   * Plays what the suites of both have in common.
   *
   * @param info for the record: this run, which begins now
   * @param watcher is given, at the beginning, what tells the verdicts so far at any time
   */
  public Runs run(
      List<ServiceSuite> ofFrom,
      List<ServiceSuite> ofTo,
      RunInfo info,
      Consumer<Supplier<Runs>> watcher)
      throws InterruptedException {
    try (TargetRun before = opened(from, to, ofFrom);
        TargetRun after = opened(to, from, ofTo);
        CaseExecutor crew = new CaseExecutor()) {
      watcher.accept(() -> new Runs(before.soFar(info, false), after.soFar(info, false)));
      List<Twins> twins = twins(before.operations(), after.operations());
      crew.doAll(controls(twins));
      before.operations().forEach(run -> run.reconsider(before.operations()));
      after.operations().forEach(run -> run.reconsider(after.operations()));
      List<Twins> comparable = twins.stream().filter(Twins::canBeCompared).toList();
      for (List<Task> wave : ScheduledCase.waves(turns(comparable))) {
        crew.doAll(wave);
      }
      for (int i = 0; i < comparable.size(); i++) {
        Twins pair = comparable.get(i);
        pair.byTurns(i, pair.from()::alone, pair.to()::alone);
      }
      return new Runs(before.run(info, false), after.run(info, false));
    }
  }

  private TargetRun opened(Side side, Side other, List<ServiceSuite> suites) {
    return new TargetRun(
        side.target(),
        other.target().secrets(),
        suites,
        progress,
        clientMaker,
        cancellation,
        side.journal());
  }

  private static List<Twins> twins(List<OperationRun> from, List<OperationRun> to) {
    Map<String, OperationRun> others =
        to.stream().collect(Collectors.toMap(OperationRun::operation, Function.identity()));
    return from.stream()
        .filter(run -> others.containsKey(run.operation()))
        .map(run -> new Twins(run, others.get(run.operation())))
        .toList();
  }

  private static List<Task> controls(List<Twins> twins) {
    List<Task> tasks = new ArrayList<>();
    for (Twins pair : twins) {
      int turn = tasks.size();
      Runnable both = () -> pair.byTurns(turn, pair.from()::precondition, pair.to()::precondition);
      tasks.add(new Task(false, both));
    }
    return tasks;
  }

  private static List<ScheduledCase> turns(List<Twins> twins) {
    List<ScheduledCase> turns = new ArrayList<>();
    for (Twins pair : twins) {
      Map<String, ConformanceCase> others =
          pair.to().ordinary().stream()
              .collect(Collectors.toMap(ConformanceCase::id, Function.identity()));
      for (ConformanceCase c : pair.from().ordinary()) {
        ConformanceCase other = others.get(c.id());
        int turn = turns.size();
        if (other != null) {
          Runnable both =
              () -> pair.byTurns(turn, () -> pair.from().run(c), () -> pair.to().run(other));
          turns.add(new ScheduledCase(c, both));
        }
      }
    }
    return turns;
  }
}
