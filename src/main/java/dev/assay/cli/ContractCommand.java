package dev.assay.cli;

import dev.assay.exchange.InvalidTargetException;
import dev.assay.exchange.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.Principals;
import dev.assay.report.ConsoleReporter;
import dev.assay.report.ReportException;
import dev.assay.report.ReportFolder;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.SuiteRunner;
import dev.assay.suite.TestData;
import dev.assay.verdict.Run;
import dev.assay.yaml.InvalidYamlException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay contract}: every clause against a target. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Checks every clause of the documented endpoints against a target.",
    footer = {
      "",
      "Exit codes: 0 it conforms, 1 it does not, 2 that could not be judged.",
      "",
      "Example: assay contract --target staging --select upload-file/400"
    })
final class ContractCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      paramLabel = "T",
      defaultValue = EmbeddedTarget.NAME,
      description =
          "A name under contracts/targets/ or a path to a target file (${DEFAULT-VALUE}).")
  private String targetName;

  @Option(
      names = "--select",
      paramLabel = "PREFIX",
      description = "Only cases and clauses under it, such as log-message/401; may be repeated.")
  private List<String> select = List.of();

  @Option(names = "--strict", description = "Makes WARN count as FAIL.")
  private boolean strict;

  @Option(names = "--plan", description = "Lists what would be sent, and sends nothing.")
  private boolean plan;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where reports go (reports/TARGET-TIME).")
  private Path report;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the generated data; the same seed sends the same requests.")
  private Long seed;

  @Mixin private BaselineOptions baselines;

  @Option(names = "--quiet", description = "Prints failures and the summary only.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call()
      throws InvalidTargetException,
          InvalidYamlException,
          ReportException,
          UsageException,
          InterruptedException {
    if (seed == null) {
      seed = (long) new Random().nextInt(Integer.MAX_VALUE);
    }
    if (plan) {
      Target target =
          isEmbedded() ? EmbeddedTarget.planned() : Targets.ofThisProcess().named(targetName);
      new Plan(suites(target)).print(spec.commandLine().getOut());
      return 0;
    }
    if (!isEmbedded()) {
      return check(Targets.ofThisProcess().named(targetName));
    }
    try (MockServer mock = MockServer.start(Principals.sample())) {
      return check(EmbeddedTarget.of(mock));
    }
  }

  private boolean isEmbedded() {
    return targetName.equals(EmbeddedTarget.NAME);
  }

  private int check(Target target)
      throws InvalidYamlException, ReportException, UsageException, InterruptedException {
    List<ServiceSuite> suites = suites(target);
    BaselineOptions.Chosen baseline = baselines.chosen(target);
    ReportFolder folder = ReportFolder.chosen(Optional.ofNullable(report), target.name());
    PrintWriter out = spec.commandLine().getOut();
    Run asItIs = run(target, suites);
    Run run = baseline.applied(asItIs);
    folder.write(run);
    ConsoleReporter console = new ConsoleReporter(out, Ansi.AUTO, quiet);
    console.report(run);
    console.reportsAre(folder.path());
    baseline.propose(
        asItIs,
        cases -> run(target, suites.stream().map(suite -> suite.keeping(cases)).toList()),
        out);
    out.printf("seed %d%n", seed);
    out.flush();
    return run.conclusion().exitCode();
  }

  private Run run(Target target, List<ServiceSuite> suites) throws InterruptedException {
    int cases =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .mapToInt(suite -> suite.cases().size())
            .sum();
    try (ProgressLine progress = ProgressLine.start("checking", cases, !quiet)) {
      return new SuiteRunner(target, progress).run(suites, Version.number(), strict);
    }
  }

  private List<ServiceSuite> suites(Target target) throws UsageException {
    List<ServiceSuite> suites =
        ServiceSuite.of(target, new TestData(seed)).stream()
            .map(suite -> suite.selected(select))
            .filter(suite -> !suite.operations().isEmpty())
            .toList();
    if (suites.isEmpty()) {
      throw new UsageException(
          "--select %s matches no case or clause of this target; `assay clauses` lists them"
              .formatted(String.join(" --select ", select)));
    }
    return suites;
  }
}
