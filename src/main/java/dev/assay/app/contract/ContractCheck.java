package dev.assay.app.contract;

import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.app.Checkpoints;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Version;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.data.TestData;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks a target against its contract: a service that runs already, or the embedded mock.
 *
 * @param select ids or prefixes of cases and clauses; all if there is none
 * @param seed of the generated data
 * @param strict whether WARN counts as FAIL
 * @param display shows how many cases are done
 */
public record ContractCheck(
    List<String> select, long seed, boolean strict, ProgressDisplay display) {

  /**
   * The chosen cases.
   *
   * @throws UserException if there is none
   */
  public List<ServiceSuite> suites(Target target) {
    List<ServiceSuite> suites =
        ServiceSuites.of(target, new TestData(seed)).stream()
            .map(suite -> suite.selected(select))
            .filter(suite -> !suite.operations().isEmpty())
            .toList();
    if (suites.isEmpty()) {
      throw new UserException(
          "--select %s matches no case or clause of this target; `assay clauses` lists them"
              .formatted(String.join(" --select ", select)));
    }
    return suites;
  }

  /**
   * Runs the chosen cases.
   *
   * @param service a service that runs already; empty for the embedded mock
   * @param folder where what is known is written now and then
   * @param cancellation ends it early
   */
  public Run run(Optional<Target> service, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    if (service.isPresent()) {
      return run(service.get(), suites(service.get()), folder, cancellation);
    }
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Target target = EmbeddedTarget.of(mock);
      return run(target, suites(target), folder, cancellation);
    }
  }

  /** Runs those cases. */
  public Run run(Target target, List<ServiceSuite> suites) throws InterruptedException {
    try (Cancellation none = Cancellation.onRequest()) {
      return run(target, suites, none, soFar -> {});
    }
  }

  /**
   * Runs those cases.
   *
   * @param folder where what is known is written now and then
   * @param cancellation ends it early
   */
  public Run run(
      Target target, List<ServiceSuite> suites, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    try (Checkpoints checkpoints = new Checkpoints()) {
      return run(
          target,
          suites,
          cancellation,
          soFar -> checkpoints.begin(() -> folder.writeSoFar(Report.of(soFar.get()))));
    }
  }

  private Run run(
      Target target,
      List<ServiceSuite> suites,
      Cancellation cancellation,
      Consumer<Supplier<Run>> watcher)
      throws InterruptedException {
    int cases =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .mapToInt(suite -> suite.cases().size())
            .sum();
    try (ProgressDisplay.Steps progress = display.steps("checking", cases)) {
      return new SuiteRunner(target, progress, ServiceClient::overRestAssured, cancellation)
          .run(
              suites,
              RunInfo.starting(Version.number(), target.name()).seeded(seed),
              strict,
              watcher);
    }
  }
}
