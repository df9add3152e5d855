package dev.assay.cli;

import dev.assay.app.cleanup.CleanUp;
import dev.assay.app.contract.ContractCheck;
import dev.assay.app.contract.Deadline;
import dev.assay.app.contract.KnownViolations;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.console.ContractConsole;
import dev.assay.report.page.PageContent;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.Cancellation;
import dev.assay.verdict.Run;
import java.io.PrintWriter;
import java.time.Duration;
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

/** {@code assay contract}: every clause against a target. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Checks every clause of the documented endpoints against a target.",
    footer = {
      "",
      "Exit codes: 0 it conforms, 1 it does not, 2 it could not be judged.",
      "",
      "Example: assay contract --target staging --select upload-file/400"
    })
final class ContractCommand implements Callable<Integer> {

  @Mixin private TargetOption targetOption;

  @Option(
      names = "--select",
      paramLabel = "PREFIX",
      description =
          "Only cases and clauses under that prefix, such as log-message/401; may be repeated.")
  private List<String> select = List.of();

  @Option(names = "--strict", description = "Makes WARN count as FAIL.")
  private boolean strict;

  @Option(names = "--plan", description = "Lists what would be sent, and sends nothing.")
  private boolean plan;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of the generated data: the same seed sends the same requests. Without it, a new one.")
  private Long seed;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description =
          "When the run ends at the latest, such as 90s or 30m; what is not decided by then stays"
              + " undecided. Without it: 5m, and for each case 2s and twice its pacing.")
  private String deadline;

  @Mixin private BaselineOption baseline;

  @Mixin private BaselineProposal proposal;

  @Mixin private ReportOptions reports;

  @ParentCommand private Main assay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (seed == null) {
      seed = (long) new Random().nextInt(Integer.MAX_VALUE);
    }
    Optional<Target> service = targetOption.running();
    ContractCheck check = new ContractCheck(select, seed, strict, reports.display());
    if (plan) {
      Target target = service.orElseGet(EmbeddedTarget::planned);
      new Plan(check.suites(target), target).print(spec.commandLine().getOut());
      return 0;
    }
    if (service.isPresent()) {
      return check(check, Authenticator.authenticated(service.get()));
    }
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      return check(check, EmbeddedTarget.of(mock));
    }
  }

  private int check(ContractCheck check, Target target) throws Exception {
    List<ServiceSuite> suites = check.suites(target);
    KnownViolations known = KnownViolations.in(baseline.file(), target);
    proposal.requireNewFile();
    Duration latest = deadline == null ? Deadline.of(target, suites) : asked(deadline);
    ReportFolder folder = reports.folder(target.name());
    try (Cancellation cancellation = assay.interruptible(Cancellation.after(latest))) {
      return report(check, target, suites, known, folder, cancellation);
    }
  }

  private static Duration asked(String deadline) {
    double seconds = new TimeOption("--deadline", 1, TimeOption.WEEK).seconds(deadline);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private int report(
      ContractCheck check,
      Target target,
      List<ServiceSuite> suites,
      KnownViolations known,
      ReportFolder folder,
      Cancellation cancellation)
      throws InterruptedException {
    CleanUp cleanUp = check.cleanUp(target);
    Run asItIs = check.run(target, suites, cleanUp, folder, cancellation);
    Run run = known.applied(asItIs);
    folder.write(Report.of(run, cleanUp.soFar()));
    folder.write(Report.of(cleanUp.soFar()));
    folder.write(PageContent.of(CommandText.of(spec), run));
    PrintWriter out = spec.commandLine().getOut();
    ContractConsole console = new ContractConsole(out, Ansi.AUTO, reports.quiet());
    console.report(run);
    target.services().stream()
        .flatMap(service -> service.contract().unread().stream())
        .forEach(unread -> out.println("Not checked: " + unread));
    proposal.propose(asItIs, cases -> check.again(target, cases, cleanUp), known.today(), out);
    CreatedList created = cleanUp.run(suites, reports.display(), cancellation);
    folder.writeSoFar(Report.of(run, created));
    folder.write(Report.of(created));
    if (targetOption.running().isPresent()) {
      console.created(created, folder.path());
    }
    console.reportsAre(folder.path());
    out.printf("seed %s%n", seed);
    reports.tellCi(folder.path(), out, "contract");
    out.flush();
    return run.conclusion().exitCode();
  }
}
