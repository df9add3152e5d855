package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.proof.ProofCheck;
import dev.assay.app.proof.SuiteCheck;
import dev.assay.contract.Contract;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.Proof;
import dev.assay.proof.ProofSubject;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteSubject;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.console.ContractConsole;
import dev.assay.report.console.ProofConsole;
import dev.assay.report.console.SuiteProofConsole;
import dev.assay.report.page.PageContent;
import dev.assay.suite.run.Cancellation;
import dev.assay.verdict.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay prove}: the kill matrix. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Proves that the checks can fail, and fail only where they should.",
      "It starts the mock with each of its deliberate defects, and checks that exactly the clauses that"
          + " the defect breaks are blamed; and in each conforming variant, on which nothing may be blamed."
    },
    footer = {
      "",
      "Exit codes: 0 every defect was killed exactly and no variant was blamed, 1 otherwise, 2 it could not be"
          + " judged.",
      "With --contract: 0 also where a defect leaves a run undecided; such defects are counted apart.",
      "With --suite: 0 the score reaches --threshold, if there is one, 1 it does not, 2 it could not be judged.",
      "The suite is told ASSAY_BASE_URL and whom the stand-in knows: ASSAY_TOKEN, ASSAY_USER, …"
          + " (docs/proof.md).",
      "",
      "Example: assay prove --report reports/proof",
      "         assay prove --contract petstore.yaml",
      "         assay prove --suite 'npx newman run tests.json --env-var baseUrl={baseUrl}'"
    })
final class ProveCommand implements Callable<Integer> {

  @Option(
      names = "--defect",
      paramLabel = "D",
      description = "Only that defect, with all that is blamed on it; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--list",
      description =
          "Lists the defects with the clauses that they break, and the variants; runs nothing.")
  private boolean list;

  @Option(
      names = "--thorough",
      description =
          "Runs all cases of its operation against each defect and variant, which takes a few minutes."
              + " Without it: all cases that decide a broken clause, and some of each other clause in turn.")
  private boolean thorough;

  @Mixin private StandInOptions standIn;

  @Mixin private SuiteOptions suite;

  @Mixin private ReportOptions reports;

  @ParentCommand private Main assay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Optional<Contract> contract = standIn.contract();
    List<Mutant> all = StandInOptions.defects(contract);
    List<Mutant> defects = names.isEmpty() ? all : new MutantNames("defect", all).named(names);
    List<Mutant> variants = names.isEmpty() ? StandInOptions.variants(contract) : List.of();
    if (list) {
      MutantList.print(defects, variants, spec.commandLine().getOut());
      return 0;
    }
    Optional<String> command = suite.command();
    if (command.isPresent()) {
      return prove(command.get(), contract, defects, variants);
    }
    ReportFolder folder = reports.folder("proof");
    ProofCheck check =
        new ProofCheck(
            contract.map(ProofSubject::derivedFrom).orElse(ProofSubject.SHIPPED),
            defects,
            variants,
            thorough || !names.isEmpty(),
            reports.display());
    try (Cancellation cancellation = assay.interruptible(Cancellation.onRequest())) {
      return prove(check, folder, cancellation);
    }
  }

  private int prove(
      String command, Optional<Contract> contract, List<Mutant> defects, List<Mutant> variants) {
    if (thorough) {
      throw new UserException("--thorough is about our own suites, and does not go with --suite");
    }
    SuiteSubject subject =
        contract
            .map(each -> SuiteSubject.derivedFrom(each, standIn.again()))
            .orElseGet(SuiteSubject::shipped);
    SuiteCheck check =
        new SuiteCheck(subject, command, suite.plan(), defects, variants, reports.display());
    ReportFolder folder = reports.folder("suite");
    try (Cancellation cancellation = assay.interruptible(Cancellation.onRequest())) {
      SuiteProof proof = check.run(folder, cancellation);
      folder.write(Report.of(proof));
      folder.write(PageContent.of(CommandText.of(spec), proof));
      PrintWriter out = spec.commandLine().getOut();
      new SuiteProofConsole(out, Ansi.AUTO, reports.quiet()).report(proof);
      new ContractConsole(out, Ansi.AUTO, reports.quiet()).reportsAre(folder.path());
      reports.tellCi(folder.path(), out, "prove-suite");
      return proof.conclusion().exitCode();
    }
  }

  private int prove(ProofCheck check, ReportFolder folder, Cancellation cancellation)
      throws Exception {
    Map<String, Run> runs = new ConcurrentHashMap<>();
    Proof proof = check.run((trial, run) -> keep(runs, trial.id(), run), folder, cancellation);
    folder.write(Report.of(proof));
    folder.write(PageContent.of(CommandText.of(spec), proof));
    print(proof, runs, folder.path());
    reports.tellCi(folder.path(), spec.commandLine().getOut(), "prove");
    return proof.conclusion().exitCode();
  }

  /** The runs are kept for the chosen defects only: all of them would fill the memory. */
  private void keep(Map<String, Run> runs, String trial, Run run) {
    if (names.contains(trial)) {
      runs.put(trial, run);
    }
  }

  private void print(Proof proof, Map<String, Run> runs, Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    ContractConsole console = new ContractConsole(out, Ansi.AUTO, reports.quiet());
    proof.defects().stream()
        .filter(trial -> runs.containsKey(trial.id()))
        .forEach(trial -> console.troubles(runs.get(trial.id())));
    new ProofConsole(out, Ansi.AUTO, reports.quiet()).report(proof);
    console.reportsAre(folder);
  }
}
