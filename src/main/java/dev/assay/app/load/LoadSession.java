package dev.assay.app.load;

import dev.assay.UserException;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Version;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.merge.InjectorMerge;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.InjectorRuns;
import dev.assay.load.run.LoadRun;
import dev.assay.load.study.LoadReport;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.request.TestData;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.Journal;
import dev.assay.suite.run.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Loads one target, as often as asked: a service that runs already, or the embedded mock, which
 * then lives in a process of its own until the session is closed. One thread runs loads.
 */
public final class LoadSession implements AutoCloseable {

  private final Target target;
  private final Optional<MockProcess> mock;
  private final ProgressDisplay display;
  private final List<Injector> injectors;
  private final AtomicReference<InjectorRuns> current = new AtomicReference<>();
  private final Cancellation cancellation;

  /**
   * One load.
   *
   * @param scenario what is sent
   * @param profile in what shape
   * @param objectives what is asked of the target then
   */
  public record Load(Scenario scenario, Profile profile, List<Objective> objectives) {

    /** A request of which nothing is asked must be answered as documented all the same. */
    public Load {
      objectives =
          Objective.ofAll(scenario.requests().stream().map(LoadRequest::slug).toList(), objectives);
    }
  }

  private LoadSession(
      Target target,
      Optional<MockProcess> mock,
      ProgressDisplay display,
      List<Injector> injectors,
      Cancellation cancellation) {
    this.injectors = injectors;
    this.target = target;
    this.mock = mock;
    this.display = display;
    this.cancellation = cancellation;
    cancellation.whenCancelled(
        () -> Optional.ofNullable(current.get()).ifPresent(InjectorRuns::cancel));
  }

  /**
   * Makes the target ready.
   *
   * @param service a service that runs already; empty for the embedded mock
   * @param injectors those that this machine runs
   * @param display follows each load
   * @param cancellation ends the current load early
   * @throws IOException if the mock does not start
   */
  public static LoadSession open(
      Optional<Target> service,
      List<Injector> injectors,
      ProgressDisplay display,
      Cancellation cancellation)
      throws IOException {
    if (service.isPresent()) {
      return new LoadSession(service.get(), Optional.empty(), display, injectors, cancellation);
    }
    MockProcess mock = MockProcess.start();
    return new LoadSession(mock.target(), Optional.of(mock), display, injectors, cancellation);
  }

  /**
   * Runs a load to its end, judges it, and writes its reports.
   *
   * @throws UserException if the target lacks what the scenario needs, or may not be loaded so much
   * @throws IOException if the load generator does not start or its files cannot be written
   */
  public LoadResult run(Load load, ReportFolder folder) throws IOException, InterruptedException {
    LoadPlan whole = LoadPlan.of(linked(load.scenario()), load.scenario(), load.profile());
    List<LoadPlan> parts = injectors.stream().map(whole::part).toList();
    List<Path> places = places(parts, folder);
    boolean isWhole = injectors.size() == injectors.get(0).count();
    LoadCleanUp cleanUp = LoadCleanUp.begin(target, whole, isWhole, cancellation);
    OptionalLong before = received();
    Instant startedAt = Instant.now();
    List<LoadRun.End> ends = ends(parts, places);
    OptionalLong after =
        ends.stream().anyMatch(LoadRun.End::isCancelled) ? OptionalLong.empty() : received();
    OptionalLong arrived =
        before.isPresent() && after.isPresent()
            ? OptionalLong.of(after.getAsLong() - before.getAsLong())
            : OptionalLong.empty();
    List<InjectorRun> runs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      runs.add(InjectorRun.here(Version.number(), parts.get(i), startedAt, ends.get(i)));
      if (!parts.get(i).injector().isOnly()) {
        runs.get(i).write(places.get(i));
      }
    }
    InjectorMerge merge = new InjectorMerge(places, runs);
    LoadResult result = merge.judge(load.objectives(), folder.path(), arrived);
    folder.write(Report.of(LoadReport.of(result)));
    folder.write(Report.ofLoad(result.created()));
    result = cleanUp.end(result, merge, display, cancellation);
    folder.write(Report.ofLoad(result.created()));
    return result;
  }

  /** With the values that links give, which are asked for once, before the load. */
  private Target linked(Scenario scenario) {
    TestData data = new TestData(System.nanoTime());
    return new Links(data, ServiceClient::overRestAssured, Journal.NONE, cancellation)
        .followed(
            target,
            scenario.requests().stream().map(LoadRequest::operation).collect(Collectors.toSet()));
  }

  /** What is loaded. */
  public Target target() {
    return target;
  }

  private static List<Path> places(List<LoadPlan> parts, ReportFolder folder) {
    if (parts.size() == 1) {
      return List.of(folder.path());
    }
    List<Path> places = new ArrayList<>();
    for (LoadPlan part : parts) {
      places.add(
          folder
              .below(String.format(Locale.ROOT, "injector-%02d", part.injector().number() + 1))
              .path());
    }
    return places;
  }

  private List<LoadRun.End> ends(List<LoadPlan> parts, List<Path> places)
      throws IOException, InterruptedException {
    try (ProgressDisplay.LiveLoad live = display.load(parts.get(0).profile())) {
      InjectorRuns run = new InjectorRuns(parts, target, places, live);
      current.set(run);
      if (interrupted()) {
        run.cancel();
      }
      return run.run();
    }
  }

  private OptionalLong received() throws IOException {
    return mock.isPresent() ? mock.get().received() : OptionalLong.empty();
  }

  /** Whether somebody wants this process to end; no further load should be run. */
  public boolean interrupted() {
    return cancellation.why().isPresent();
  }

  @Override
  public void close() {
    mock.ifPresent(MockProcess::close);
  }
}
