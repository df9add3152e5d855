package dev.assay.proof.external;

import dev.assay.mock.MockServer;
import dev.assay.proof.replay.TrafficLog;
import dev.assay.proof.shell.CommandRun;
import dev.assay.proof.shell.ShellCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the suite against the unmodified stand-in, and keeps what it asks: once alone, and then side
 * by side, as it is to meet the mutants.
 */
record BaselineRunner(
    SuiteSubject subject, ShellCommand command, TrialPlan plan, SuiteListener listener) {

  /** As often as is needed, or until it fails. */
  UnmodifiedRuns run() throws InterruptedException {
    Queue<UnmodifiedRun> runs = new ConcurrentLinkedQueue<>(List.of(run(1)));
    AtomicInteger last = new AtomicInteger(1);
    Workers workers = new Workers(Math.min(plan.jobs(), UnmodifiedRuns.TIMES - 1));
    if (allPassed(runs)) {
      workers.run(
          () -> {
            for (int next = last.incrementAndGet();
                next <= UnmodifiedRuns.TIMES && allPassed(runs);
                next = last.incrementAndGet()) {
              runs.add(run(next));
            }
            return null;
          });
    }
    return new UnmodifiedRuns(
        runs.stream().sorted(Comparator.comparing(UnmodifiedRun::number)).toList(),
        plan.limit(),
        subject.environment().keySet(),
        workers.number() > 1);
  }

  private static boolean allPassed(Queue<UnmodifiedRun> runs) {
    return runs.stream().allMatch(each -> each.run().passed());
  }

  private UnmodifiedRun run(int number) throws InterruptedException {
    TrafficLog log = new TrafficLog();
    try (MockServer mock = subject.mock(plan.jobs(), log)) {
      CommandRun run = command.run(mock.baseUri(), plan.limit());
      listener.ran("unmodified-" + number, run);
      return new UnmodifiedRun(number, run, log.traffic(), mock.baseUri());
    }
  }
}
