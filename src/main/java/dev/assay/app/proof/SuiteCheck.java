package dev.assay.app.proof;

import dev.assay.RunInfo;
import dev.assay.app.Checkpoints;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Version;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteProofInProgress;
import dev.assay.proof.external.SuiteProver;
import dev.assay.proof.external.SuiteSubject;
import dev.assay.proof.external.TrialPlan;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.util.List;

/**
 * Proves a suite of somebody else's against a stand-in.
 *
 * @param command of the suite
 * @param defects to be tried
 * @param variants to be tried
 * @param display shows how many mutants were tried
 */
public record SuiteCheck(
    SuiteSubject subject,
    String command,
    TrialPlan plan,
    List<Mutant> defects,
    List<Mutant> variants,
    ProgressDisplay display) {

  /**
   * Tries them all, writes what is known now and then, and keeps what the suite printed.
   *
   * @param cancellation leaves out what is not over
   */
  public SuiteProof run(ReportFolder folder, Cancellation cancellation) {
    RunInfo info = RunInfo.starting(Version.number(), subject.proof().name());
    Thread proving = Thread.currentThread();
    try (Checkpoints checkpoints = new Checkpoints();
        SuiteProgress progress = new SuiteProgress(folder.below("output"), display)) {
      SuiteProver prover = new SuiteProver(subject, command, plan, progress);
      SuiteProofInProgress proof = prover.begin(info, defects, variants);
      checkpoints.begin(() -> folder.writeSoFar(Report.of(proof.soFar())));
      cancellation.whenCancelled(proving::interrupt);
      return proved(prover, proof);
    }
  }

  /** An interruption ends the proof, and not what is done with it. */
  private SuiteProof proved(SuiteProver prover, SuiteProofInProgress proof) {
    try {
      prover.prove(proof, defects, variants);
    } catch (InterruptedException e) {
      proof.cutShort();
    }
    return proof.soFar();
  }
}
