package dev.assay.suite;

import dev.assay.exchange.Client;
import dev.assay.exchange.ServiceClient;
import dev.assay.exchange.Target;
import dev.assay.suite.Crew.Task;
import dev.assay.verdict.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays suites against a target: the controls first, then everything else side by side, then what
 * must be alone, and last what only the whole run can show.
 */
public final class SuiteRunner {

  private final Target target;
  private final Progress progress;
  private final Client.Maker clientMaker;

  /**
   * A runner for that target.
   *
   * @param progress is told about each case
   */
  public SuiteRunner(Target target, Progress progress) {
    this(target, progress, ServiceClient::overRestAssured);
  }

  /**
   * A runner for that target.
   *
   * @param progress is told about each case
   * @param clientMaker makes the client of each service
   */
  public SuiteRunner(Target target, Progress progress, Client.Maker clientMaker) {
    this.target = target;
    this.progress = progress;
    this.clientMaker = clientMaker;
  }

  /**
   * Plays the suites and returns all verdicts.
   *
   * @param version of Assay, for the record
   * @param strict whether a WARN is to count as a FAIL
   */
  public Run run(List<ServiceSuite> services, String version, boolean strict)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    List<Client> clients = new ArrayList<>();
    List<OperationRun> runs = new ArrayList<>();
    try (Crew crew = new Crew()) {
      for (ServiceSuite service : services) {
        Client client = clientMaker.client(service.secrets(), service.baseUrls(), target.limits());
        clients.add(client);
        service
            .operations()
            .forEach(
                suite -> runs.add(new OperationRun(suite, service.service(), client, progress)));
      }
      crew.doAll(runs.stream().map(run -> new Task(false, run::control)).toList());
      crew.doAll(besideEachOther(runs));
      runs.forEach(OperationRun::alone);
    } finally {
      clients.forEach(Client::close);
    }
    return new Run(
        target.name(),
        version,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        runs.stream().flatMap(run -> run.clauses().stream()).toList(),
        runs.stream().flatMap(run -> run.results().stream()).toList(),
        runs.stream().flatMap(run -> run.problem().stream()).distinct().toList(),
        strict);
  }

  /** What waits goes first, so that nobody waits for it at the end. */
  private static List<Task> besideEachOther(List<OperationRun> runs) {
    List<Task> waiting = new ArrayList<>();
    List<Task> others = new ArrayList<>();
    for (OperationRun run : runs) {
      for (ConformanceCase c : run.ordinary()) {
        Task task = new Task(c.script().isHeavy(), () -> run.play(c));
        (c.script().waits() ? waiting : others).add(task);
      }
    }
    waiting.addAll(others);
    return waiting;
  }
}
