package dev.assay.suite.run;

import dev.assay.RunInfo;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Target;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;

/** The suites on their way against one target, with the clients that they send with. */
final class TargetRun implements AutoCloseable {

  private final String name;
  private final Cancellation cancellation;
  private final List<Client> clients = new ArrayList<>();
  private final List<OperationRun> operations = new ArrayList<>();

  /**
   * A run that has not begun.
   *
   * @param hidden what must not be shown either, besides the target's own credentials
   * @param journal hears of each exchange
   */
  TargetRun(
      Target target,
      List<Secrets> hidden,
      List<ServiceSuite> services,
      Progress progress,
      Client.Factory clientMaker,
      Cancellation cancellation,
      Journal journal) {
    this.name = target.name();
    this.cancellation = cancellation;
    for (ServiceSuite service : services) {
      Client client =
          new CancellableClient(
              clientMaker.client(service.access(), target.limits()), cancellation);
      clients.add(client);
      Recorder recorder = new Recorder(service.access().secrets().alsoHiding(hidden), target.ids());
      for (OperationSuite suite : service.operations()) {
        operations.add(
            new OperationRun(suite, service.service(), client, recorder, progress, journal));
      }
    }
  }

  List<OperationRun> operations() {
    return operations;
  }

  /** All verdicts, now that all cases have been run or the run was cancelled. */
  Run run(RunInfo info, boolean strict) {
    Run run = verdicts(info, strict);
    return cancellation.why().isPresent() ? run.cutShort() : run;
  }

  /** The verdicts so far; others are to come. */
  Run soFar(RunInfo info, boolean strict) {
    return verdicts(info, strict).cutShort();
  }

  private Run verdicts(RunInfo info, boolean strict) {
    return new Run(
        info.against(name).untilNow(),
        operations.stream().flatMap(run -> run.clauses().stream()).toList(),
        operations.stream().flatMap(run -> run.results().stream()).toList(),
        operations.stream().flatMap(run -> run.problem().stream()).distinct().toList(),
        strict);
  }

  @Override
  public void close() {
    clients.forEach(Client::close);
  }
}
