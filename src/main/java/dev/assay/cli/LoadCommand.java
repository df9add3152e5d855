package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.load.CapacityRun;
import dev.assay.app.load.LoadSession;
import dev.assay.app.load.RepeatedLoad;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.target.Target;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.ScenarioChoice;
import dev.assay.load.request.FileSize;
import dev.assay.load.study.LoadReport;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.console.LoadConsole;
import dev.assay.report.json.EarlierLoad;
import dev.assay.report.page.PageContent;
import dev.assay.suite.run.Cancellation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay load}: how a target holds under load. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Measures how a target holds under load, and judges it by your objectives.",
    footer = {
      "",
      "Exit codes: 0 objectives met, 1 missed, 2 they could not be judged.",
      "",
      "Example: assay load message --profile baseline --rate 50 --target staging"
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "WHAT",
      description =
          "What is sent: a scenario of the profiles file, such as message or mixed, or one"
              + " operation of the target's contracts, by its id.")
  private String scenario;

  @Option(
      names = "--file-size",
      paramLabel = "SIZE",
      description =
          "With an operation that takes a file: its size, such as 2kB, 10MB or 24MiB (1MB, or the"
              + " most that the operation accepts).")
  private String fileSize;

  @Mixin private LoadOptions shape;

  @Mixin private RepeatOptions repeats;

  @Mixin private InjectorOptions injectors;

  @Mixin private TargetOption targetOption;

  @Option(names = "--plan", description = "Lists what would be sent, and sends nothing.")
  private boolean plan;

  @Mixin private ReportOptions reports;

  @ParentCommand private Main assay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    LoadSettings settings = shape.settings();
    Optional<Target> service = targetOption.running();
    Target target = service.orElseGet(EmbeddedTarget::planned);
    ScenarioChoice choice = new ScenarioChoice(settings, target);
    Scenario chosen = choice.named(scenario, fileBytes());
    Optional<CapacityRange> search = shape.search(settings);
    try (Cancellation cancellation = assay.interruptible(Cancellation.onRequest())) {
      return search.isPresent()
          ? search(
              new CapacityRun(search.get(), chosen, shape.objectives(choice)),
              service,
              target,
              cancellation)
          : run(
              new LoadSession.Load(chosen, shape.profile(settings), shape.objectives(choice)),
              service,
              target,
              cancellation);
    }
  }

  private Optional<Long> fileBytes() {
    try {
      return Optional.ofNullable(fileSize).map(FileSize::bytes);
    } catch (IllegalArgumentException e) {
      throw new UserException("--file-size " + e.getMessage());
    }
  }

  private int run(
      LoadSession.Load load, Optional<Target> service, Target target, Cancellation cancellation)
      throws Exception {
    LoadPlan whole = LoadPlan.of(target, load.scenario(), load.profile());
    List<Injector> here = injectors.chosen();
    LoadPlan planned = here.size() == 1 ? whole.part(here.get(0)) : whole;
    LoadPlan.requireRoom(target, Collections.nCopies(repeats.count(), planned));
    tellWay(target);
    if (plan) {
      console().plan(planned, repeats.count(), isRemoved(target));
      return 0;
    }
    Optional<EarlierLoad> earlier = repeats.earlier(planned);
    ReportFolder folder = reports.folder(target.name());
    try (LoadSession session =
        LoadSession.open(authenticated(service), here, reports.display(), cancellation)) {
      LoadReport study =
          new RepeatedLoad(load, repeats.count(), earlier)
              .run(session, folder, result -> console().result(result, reports.quiet()));
      if (study.repeats().size() > 1 || study.comparison().isPresent()) {
        folder.write(Report.of(study));
        console().study(study, folder.path());
      }
      write(study, folder);
      tellCi(folder);
      return study.conclusion().exitCode();
    }
  }

  private void tellWay(Target target) {
    if (plan || !reports.quiet()) {
      target.way().forEach(spec.commandLine().getOut()::println);
    }
  }

  private int search(
      CapacityRun search, Optional<Target> service, Target target, Cancellation cancellation)
      throws Exception {
    repeats.requireOnce("a search for capacity");
    injectors.requireWhole("a search for capacity");
    List<LoadPlan> plans = search.plans(target);
    tellWay(target);
    if (plan) {
      console().plan(search.range(), plans, isRemoved(target));
      return 0;
    }
    ReportFolder folder = reports.folder(target.name());
    try (LoadSession session =
        LoadSession.open(
            authenticated(service), injectors.chosen(), reports.display(), cancellation)) {
      LoadReport study =
          search.run(
              session, folder, reports.quiet() ? probe -> {} : probe -> console().probe(probe));
      folder.write(Report.of(study));
      write(study, folder);
      study.capacity().ifPresent(capacity -> console().capacity(capacity, folder.path()));
      tellCi(folder);
      return study.conclusion().exitCode();
    }
  }

  private boolean isRemoved(Target target) {
    return !target.cleanUp().isEmpty() && injectors.areWhole();
  }

  private void write(LoadReport study, ReportFolder folder) {
    folder.write(PageContent.of(CommandText.of(spec), study));
  }

  private void tellCi(ReportFolder folder) {
    reports.tellCi(folder.path(), spec.commandLine().getOut(), "load");
  }

  private LoadConsole console() {
    return new LoadConsole(spec.commandLine().getOut());
  }

  private static Optional<Target> authenticated(Optional<Target> service) {
    return service.map(Authenticator::authenticated);
  }
}
