package dev.assay.cli;

import dev.assay.app.Home;
import dev.assay.app.gate.GateCheck;
import dev.assay.app.proof.ProofCheck;
import dev.assay.gate.Gate;
import dev.assay.report.console.GateConsole;
import dev.assay.suite.run.Cancellation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay gate}: one verdict from contract, load and proof. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Decides whether a target may go on: GO or NO-GO, with evidence.",
      "It checks the contract, loads the target for a few seconds, and proves on the embedded mock that"
          + " the checks can fail. It writes one page and one file of evidence."
    },
    footer = {
      "",
      "Exit codes: 0 GO, 1 NO-GO, 2 UNDECIDED.",
      "",
      "Example: assay gate --target staging --report reports/staging"
    })
final class GateCommand implements Callable<Integer> {

  @Mixin private TargetOption targetOption;

  @Mixin private BaselineOption baseline;

  @Mixin private ReportOptions reports;

  @ParentCommand private Main assay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GateCheck check =
        new GateCheck(
            ProofCheck.whole(reports.display()),
            baseline.file(),
            Home.ofThisProcess(),
            reports.display());
    PrintWriter out = spec.commandLine().getOut();
    try (Cancellation cancellation = assay.interruptible(Cancellation.onRequest())) {
      Gate gate =
          check.run(
              CommandText.of(spec),
              targetOption.targets(),
              targetOption.name(),
              reports.asked(),
              new CiGateListener(new GateConsole(out, Ansi.AUTO, reports.quiet()), reports, out),
              cancellation);
      return gate.conclusion().exitCode();
    }
  }
}
