package dev.assay.cli;

import dev.assay.exchange.Target;
import dev.assay.gate.Gate;
import dev.assay.gate.Part;
import dev.assay.load.LoadStudy;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.proof.Audience;
import dev.assay.proof.Proof;
import dev.assay.report.EvidencePack;
import dev.assay.report.ExchangesText;
import dev.assay.report.GateReporter;
import dev.assay.report.PageContent;
import dev.assay.report.ReportFolder;
import dev.assay.suite.Cancellation;
import dev.assay.verdict.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Help.Ansi;

/**
 * Decides whether a target may go on, part by part, and writes all that it rests on.
 *
 * @param proofCheck what is tried on the mock
 * @param baseline of what is known of the target, if there is one
 * @param quiet whether parts that say yes go without a line
 */
record GateCheck(ProofCheck proofCheck, Optional<Path> baseline, boolean quiet) {

  /**
   * Runs every part.
   *
   * @param command as it was given
   * @param report where reports go, if that was said
   * @param cancellation ends the part under way, and leaves out those after it
   */
  Gate run(
      String command,
      String targetName,
      Optional<Path> report,
      PrintWriter out,
      Cancellation cancellation)
      throws Exception {
    Instant startedAt = Instant.now();
    Targets targets = Targets.ofThisProcess();
    Optional<Target> service = targets.running(targetName);
    Target target = service.orElseGet(EmbeddedTarget::planned);
    SmokeLoad smoke = SmokeLoad.of(target);
    KnownDeviations known = KnownDeviations.in(baseline, target);
    List<EvidencePack.Source> sources =
        new EvidenceSources(targets).of(targetName, target, baseline);
    ReportFolder folder = ReportFolder.chosen(report, target.name());
    GateReporter console = new GateReporter(out, Ansi.AUTO, quiet, folder.path());

    Run run = known.applied(contract(service, folder, cancellation));
    folder.write(run);
    folder.write("exchanges.txt", new ExchangesText(run).text());
    console.contract(run);
    Optional<PageContent.Load> load = load(smoke, run, service, folder, cancellation);
    Part loadPart =
        load.map(drawn -> Part.of(drawn.study().result()))
            .orElseGet(() -> left(smoke, cancellation));
    console.part(loadPart);
    Optional<Proof> proof = proof(folder, cancellation);
    Part proofPart = proof.map(Part::of).orElseGet(() -> Part.cutShort("proof"));
    console.part(proofPart);

    boolean partial = cancellation.why().isPresent();
    Gate gate = new Gate(target.name(), List.of(Part.of(run), loadPart, proofPart), partial);
    PageContent page = PageContent.of(command, Version.number(), startedAt, gate).with(run);
    page = load.map(page::with).orElse(page);
    folder.write(gate, Version.number(), startedAt);
    folder.write(proof.map(page::with).orElse(page));
    folder.write(new EvidencePack(gate, command, Version.number(), startedAt, sources));
    console.verdict(gate);
    return gate;
  }

  private Run contract(Optional<Target> service, ReportFolder folder, Cancellation cancellation)
      throws Exception {
    int seed = new Random().nextInt(Integer.MAX_VALUE);
    return new ContractCheck(List.of(), seed, false, quiet).run(service, folder, cancellation);
  }

  /** A load tells nothing of a target that does not do what its documents say even without one. */
  private Optional<PageContent.Load> load(
      SmokeLoad smoke,
      Run run,
      Optional<Target> service,
      ReportFolder folder,
      Cancellation cancellation)
      throws Exception {
    if (smoke.refused().isPresent()
        || run.conclusion() == Run.Conclusion.UNDECIDED
        || cancellation.why().isPresent()) {
      return Optional.empty();
    }
    try (LoadSession session = LoadSession.open(service, quiet, cancellation)) {
      return Optional.of(session.drawn(LoadStudy.of(session.run(smoke.load(), folder))));
    }
  }

  private static Part left(SmokeLoad smoke, Cancellation cancellation) {
    return cancellation.why().isPresent()
        ? Part.cutShort("load")
        : Part.notRun(
            "load", smoke.refused().orElse("the contract part could not judge the target"));
  }

  private Optional<Proof> proof(ReportFolder folder, Cancellation cancellation) throws Exception {
    if (cancellation.why().isPresent()) {
      return Optional.empty();
    }
    Proof proof = proofCheck.run(Audience.NONE, folder, cancellation);
    folder.write(proof);
    return Optional.of(proof);
  }
}
