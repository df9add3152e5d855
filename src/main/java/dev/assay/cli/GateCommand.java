package dev.assay.cli;

import dev.assay.mock.EmbeddedTarget;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay gate}: one verdict from contract, load and proof. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Decides whether a target may go on: checks its contract, loads it for a few seconds, and proves on",
      "the embedded mock that the checks can fail. Writes one page and one file of evidence."
    },
    footer = {
      "",
      "Exit codes: 0 GO, 1 NO-GO, 2 UNDECIDED.",
      "",
      "Example: assay gate --target staging --report reports/staging"
    })
final class GateCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      paramLabel = "T",
      defaultValue = EmbeddedTarget.NAME,
      description =
          "A name under contracts/targets/ or a path to a target file (${DEFAULT-VALUE}).")
  private String targetName;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where reports go (reports/TARGET-TIME).")
  private Path report;

  @Option(names = "--quiet", description = "Prints what is wrong and the verdict only.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return new GateCheck(ProofCheck.whole(quiet), quiet)
        .run(
            CommandText.of(spec),
            targetName,
            Optional.ofNullable(report),
            spec.commandLine().getOut())
        .decision()
        .exitCode();
  }
}
