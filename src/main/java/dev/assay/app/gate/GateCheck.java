package dev.assay.app.gate;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.app.Home;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Targets;
import dev.assay.app.Version;
import dev.assay.app.contract.ContractCheck;
import dev.assay.app.contract.KnownViolations;
import dev.assay.app.load.LoadSession;
import dev.assay.app.load.SmokeLoad;
import dev.assay.app.proof.ProofCheck;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.target.Target;
import dev.assay.gate.Gate;
import dev.assay.gate.GateListener;
import dev.assay.gate.GatePart;
import dev.assay.load.plan.Injector;
import dev.assay.load.study.LoadReport;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.proof.Proof;
import dev.assay.proof.TrialListener;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.history.EvidencePack;
import dev.assay.report.page.PageContent;
import dev.assay.report.text.ExchangesText;
import dev.assay.suite.run.Cancellation;
import dev.assay.verdict.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Decides whether a target may go on, part by part, and writes all that it rests on.
 *
 * @param proofCheck what is tried on the mock
 * @param baseline of what is known of the target, if there is one
 * @param home whose profiles and objectives are used
 * @param display shows how far the parts are
 */
public record GateCheck(
    ProofCheck proofCheck, Optional<Path> baseline, Home home, ProgressDisplay display) {

  /**
   * Runs every part.
   *
   * @param command as it was given
   * @param targets where target files are
   * @param report where reports go, if that was said
   * @param listener follows the parts
   * @param cancellation ends the part under way, and leaves out those after it
   */
  public Gate run(
      String command,
      Targets targets,
      String targetName,
      Optional<Path> report,
      GateListener listener,
      Cancellation cancellation)
      throws Exception {
    Optional<Target> service = targets.running(targetName).map(Authenticator::authenticated);
    Target target = service.orElseGet(EmbeddedTarget::planned);
    RunInfo begun = RunInfo.starting(Version.number(), target.name()).by(target.way());
    SmokeLoad smoke = SmokeLoad.of(target, home);
    KnownViolations known = KnownViolations.in(baseline, target);
    List<EvidencePack.Source> sources =
        new EvidenceSources(home, targets).of(targetName, target, baseline);
    ReportFolder folder = ReportFolder.chosen(report, target.name());

    ContractCheck.Checked checked = contract(service, folder, cancellation);
    Run run = known.applied(checked.run());
    folder.write(Report.of(run, checked.created()));
    folder.write(Report.of(checked.created()));
    folder.write("exchanges.txt", new ExchangesText(run).text());
    listener.contract(run);
    if (service.isPresent() && !checked.created().all().isEmpty()) {
      listener.remark(checked.created().sentence() + ": " + folder.path().resolve("created.json"));
    }
    Optional<LoadReport> load = load(smoke, run, service, folder, cancellation);
    GatePart loadPart =
        load.map(judged -> GatePart.of(judged.result())).orElseGet(() -> left(smoke, cancellation));
    listener.part(loadPart);
    Optional<Proof> proof = proof(folder, cancellation);
    GatePart proofPart = proof.map(GatePart::of).orElseGet(() -> GatePart.cutShort("proof"));
    listener.part(proofPart);

    RunInfo info = cancellation.why().isPresent() ? begun.cutShort() : begun;
    Gate gate = new Gate(info.untilNow(), List.of(GatePart.of(run), loadPart, proofPart));
    folder.write(Report.of(gate));
    folder.write(PageContent.of(command, gate, run, load, proof));
    folder.write(new EvidencePack(gate, command, sources));
    listener.decided(gate, folder.path());
    return gate;
  }

  private ContractCheck.Checked contract(
      Optional<Target> service, ReportFolder folder, Cancellation cancellation) throws Exception {
    int seed = new Random().nextInt(Integer.MAX_VALUE);
    return new ContractCheck(List.of(), seed, false, display).run(service, folder, cancellation);
  }

  /** No load where the contract part could not judge: it would say nothing about the target. */
  private Optional<LoadReport> load(
      SmokeLoad smoke,
      Run run,
      Optional<Target> service,
      ReportFolder folder,
      Cancellation cancellation)
      throws Exception {
    if (smoke.forbidden().isPresent()
        || run.conclusion() == Conclusion.UNDECIDED
        || cancellation.why().isPresent()) {
      return Optional.empty();
    }
    try (LoadSession session = LoadSession.open(service, Injector.all(1), display, cancellation)) {
      return Optional.of(LoadReport.of(session.run(smoke.load(), folder)));
    }
  }

  private static GatePart left(SmokeLoad smoke, Cancellation cancellation) {
    return cancellation.why().isPresent()
        ? GatePart.cutShort("load")
        : GatePart.notRun(
            "load", smoke.forbidden().orElse("the contract part could not judge the target"));
  }

  private Optional<Proof> proof(ReportFolder folder, Cancellation cancellation) throws Exception {
    if (cancellation.why().isPresent()) {
      return Optional.empty();
    }
    Proof proof = proofCheck.run(TrialListener.NONE, folder, cancellation);
    folder.write(Report.of(proof));
    return Optional.of(proof);
  }
}
