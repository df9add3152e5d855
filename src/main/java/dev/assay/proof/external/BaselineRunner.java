package dev.assay.proof.external;

import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.replay.RecordedTraffic;
import dev.assay.proof.replay.TrafficLog;
import dev.assay.proof.shell.CommandRun;
import dev.assay.proof.shell.ShellCommand;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Runs the suite against the unmodified stand-in, and keeps what it asks. */
final class BaselineRunner implements AutoCloseable {

  private final ShellCommand command;
  private final TrialPlan plan;
  private final SuiteListener listener;
  private final TrafficLog log = new TrafficLog();
  private final MockServer mock;

  BaselineRunner(
      SuiteSubject subject, ShellCommand command, TrialPlan plan, SuiteListener listener) {
    this.command = command;
    this.plan = plan;
    this.listener = listener;
    this.mock =
        MockServer.startOneOf(
            plan.jobs() + 1, TestAccounts.sample(), subject.proof().standIn(), log);
  }

  /** As often as is needed, or until it fails. */
  UnmodifiedRuns run() throws InterruptedException {
    List<CommandRun> runs = new ArrayList<>();
    List<RecordedTraffic> traffic = new ArrayList<>();
    for (int number = 1; number <= UnmodifiedRuns.TIMES; number++) {
      mock.startAfresh(List.of());
      CommandRun run = command.run(mock.baseUri(), plan.limit());
      listener.ran("unmodified-" + number, run);
      runs.add(run);
      traffic.add(log.take());
      if (!run.passed()) {
        break;
      }
    }
    return new UnmodifiedRuns(List.copyOf(runs), List.copyOf(traffic), plan.limit());
  }

  URI baseUri() {
    return mock.baseUri();
  }

  @Override
  public void close() {
    mock.close();
  }
}
