package dev.assay.app.contract;

import dev.assay.RunId;
import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.app.Checkpoints;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Version;
import dev.assay.app.cleanup.CleanUp;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.Links;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    return suites(target, new TestData(seed));
  }

  private List<ServiceSuite> suites(Target target, TestData data) {
    List<ServiceSuite> suites =
        ServiceSuites.of(target, data).stream()
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

  /** What is to list what the run makes in that target, and to remove it at the end. */
  public CleanUp cleanUp(Target target) {
    return new CleanUp(target, List.of(), RunId.of(seed), ServiceClient::overRestAssured);
  }

  /**
   * A run, and what it made.
   *
   * @param created with what became of it
   */
  public record Checked(Run run, CreatedList created) {}

  /**
   * Runs the chosen cases, and cleans up.
   *
   * @param service a service that runs already; empty for the embedded mock
   * @param folder where what is known is written now and then
   * @param cancellation ends it early
   */
  public Checked run(Optional<Target> service, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    if (service.isPresent()) {
      return cleanedUp(service.get(), folder, cancellation);
    }
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      return cleanedUp(EmbeddedTarget.of(mock), folder, cancellation);
    }
  }

  private Checked cleanedUp(Target target, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    List<ServiceSuite> suites = suites(target);
    CleanUp cleanUp = cleanUp(target);
    Run run = run(target, suites, cleanUp, folder, cancellation);
    return new Checked(run, cleanUp.run(suites, display, cancellation));
  }

  /**
   * Runs some of the chosen cases again, with other data.
   *
   * @param cleanUp of the run before
   */
  public Run again(Target target, Predicate<ConformanceCase> wanted, CleanUp cleanUp)
      throws InterruptedException {
    TestData data = new TestData(seed).other();
    try (Cancellation none = Cancellation.onRequest()) {
      Function<Target, List<ServiceSuite>> maker =
          with -> suites(with, data).stream().map(suite -> suite.keeping(wanted)).toList();
      return run(linked(target, maker, data, cleanUp, none), cleanUp, none, soFar -> {});
    }
  }

  /** The cases with the values that links give, which are found out now. */
  private static List<ServiceSuite> linked(
      Target target,
      Function<Target, List<ServiceSuite>> maker,
      TestData data,
      CleanUp cleanUp,
      Cancellation cancellation) {
    List<ServiceSuite> suites = maker.apply(target);
    Set<String> operations =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .map(suite -> suite.operation().id())
            .collect(Collectors.toSet());
    Links links = new Links(data, ServiceClient::overRestAssured, cleanUp.journal(), cancellation);
    Target with = links.followed(target, operations);
    return with.equals(target) ? suites : maker.apply(with);
  }

  /**
   * Runs the chosen cases.
   *
   * @param suites those, as far as they are known before links are followed
   * @param cleanUp hears of all that they make
   * @param folder where what is known is written now and then
   * @param cancellation ends it early
   */
  public Run run(
      Target target,
      List<ServiceSuite> suites,
      CleanUp cleanUp,
      ReportFolder folder,
      Cancellation cancellation)
      throws InterruptedException {
    cleanUp.begin(suites, cancellation);
    try (Checkpoints checkpoints = new Checkpoints()) {
      TestData data = new TestData(seed);
      return run(
          linked(target, with -> suites(with, data), data, cleanUp, cancellation),
          cleanUp,
          cancellation,
          soFar ->
              checkpoints.begin(
                  () -> {
                    folder.writeSoFar(Report.of(soFar.get()));
                    folder.writeSoFar(Report.of(cleanUp.soFar()));
                  }));
    }
  }

  private Run run(
      List<ServiceSuite> suites,
      CleanUp cleanUp,
      Cancellation cancellation,
      Consumer<Supplier<Run>> watcher)
      throws InterruptedException {
    Target target = cleanUp.target();
    int cases =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .mapToInt(suite -> suite.cases().size())
            .sum();
    try (ProgressDisplay.Steps progress = display.steps("checking", cases)) {
      return new SuiteRunner(
              target, progress, ServiceClient::overRestAssured, cancellation, cleanUp.journal())
          .run(
              suites,
              RunInfo.starting(Version.number(), target.name()).seeded(seed).by(target.way()),
              strict,
              watcher);
    }
  }
}
