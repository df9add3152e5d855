package dev.assay.cli;

import dev.assay.RunId;
import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.app.Checkpoints;
import dev.assay.app.Version;
import dev.assay.app.cutover.CutoverCleanUp;
import dev.assay.app.cutover.CutoverLoad;
import dev.assay.app.cutover.CutoverRunner;
import dev.assay.app.cutover.SuitePair;
import dev.assay.compare.cutover.Cutover;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.console.ContractConsole;
import dev.assay.report.console.CutoverConsole;
import dev.assay.report.page.PageContent;
import dev.assay.request.TestData;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.PairRunner;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay cutover}: a new service beside the old one. */
@Command(
    name = "cutover",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Finds out whether clients will notice when a new service takes the place of an old one.",
      "It runs the same cases with the same data against both, by turns, and lists what differs."
    },
    footer = {
      "",
      "Exit codes: 0 GO, or REVIEW unless --strict; 1 NO-GO; 2 it could not be judged.",
      "",
      "Example: assay cutover --from staging --to next"
    })
final class CutoverCommand implements Callable<Integer> {

  private static final int MOST_REPEATS = 10;

  @Mixin private CutoverTargets targets;

  @Option(
      names = "--select",
      paramLabel = "PREFIX",
      description =
          "Only cases and clauses under that prefix, such as log-message/401; may be repeated.")
  private List<String> select = List.of();

  @Mixin private CutoverLoadOptions load;

  @Option(names = "--strict", description = "Makes REVIEW a no too: exit code 1.")
  private boolean strict;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How often a case that differs is run again on both sides, to tell a difference from"
              + " chance (${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of the generated data: the same seed sends the same requests. Without it, a new one.")
  private Long seed;

  @Mixin private ReportOptions reports;

  @ParentCommand private Main assay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (repeat < 0 || repeat > MOST_REPEATS) {
      throw new UserException(
          "--repeat must lie between 0 and %s, not %s".formatted(MOST_REPEATS, repeat));
    }
    if (seed == null) {
      seed = (long) new Random().nextInt(Integer.MAX_VALUE);
    }
    try (CutoverTargets.Opened opened = targets.open()) {
      Target from = opened.from();
      Target to = opened.to();
      Optional<CutoverLoad> loading = load.asked(opened.running(from), opened.running(to));
      try (Cancellation cancellation = assay.interruptible(Cancellation.onRequest())) {
        return compare(from, to, loading, cancellation);
      }
    }
  }

  private int compare(
      Target from, Target to, Optional<CutoverLoad> loading, Cancellation cancellation)
      throws Exception {
    SuitePair suites = SuitePair.of(from, to, new TestData(seed), select);
    String name = from.name() + "-to-" + to.name();
    ReportFolder folder = reports.folder(name);
    CutoverCleanUp cleanUp =
        CutoverCleanUp.of(from, to, RunId.of(seed), ServiceClient::overRestAssured);
    Cutover cutover = compared(cleanUp, suites, folder, cancellation);
    if (loading.isPresent() && !cutover.info().partial()) {
      cutover = cutover.with(loading.get().run(folder, reports.display(), cancellation));
    }
    if (cancellation.why().isPresent()) {
      cutover = cutover.cutShort();
    }
    folder.write(Report.of(cutover, cleanUp.soFar()));
    folder.write(Report.of(cleanUp.soFar()));
    folder.write(PageContent.of(CommandText.of(spec), cutover));
    PrintWriter out = spec.commandLine().getOut();
    new CutoverConsole(out, Ansi.AUTO).report(cutover);
    CreatedList created = cleanUp.run(suites, reports.display(), cancellation);
    folder.writeSoFar(Report.of(cutover, created));
    folder.write(Report.of(created));
    ContractConsole console = new ContractConsole(out, Ansi.AUTO, reports.quiet());
    if (targets.areRunning()) {
      console.created(created, folder.path());
    }
    console.reportsAre(folder.path());
    out.printf("seed %s%n", seed);
    reports.tellCi(folder.path(), out, "cutover");
    out.flush();
    return cutover.conclusion().exitCode();
  }

  private Cutover compared(
      CutoverCleanUp cleanUp, SuitePair suites, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    PairRunner.Side from = cleanUp.fromSide();
    PairRunner.Side to = cleanUp.toSide();
    String name = from.target().name() + " to " + to.target().name();
    cleanUp.begin(suites, cancellation);
    try (Checkpoints checkpoints = new Checkpoints()) {
      return new CutoverRunner(from, to, suites, repeat, ServiceClient::overRestAssured)
          .run(
              RunInfo.starting(Version.number(), name).seeded(seed),
              strict,
              reports.display(),
              cancellation,
              soFar ->
                  checkpoints.begin(
                      () -> {
                        folder.writeSoFar(Report.of(soFar.get()));
                        folder.writeSoFar(Report.of(cleanUp.soFar()));
                      }));
    }
  }
}
