package dev.assay.app.proof;

import dev.assay.RunInfo;
import dev.assay.app.Checkpoints;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.Version;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.MutationRunner;
import dev.assay.proof.Proof;
import dev.assay.proof.ProofInProgress;
import dev.assay.proof.ProofSubject;
import dev.assay.proof.TrialListener;
import dev.assay.proof.defect.Defects;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Cancellation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves the suites against the mock.
 *
 * @param subject against what
 * @param defects to be tried
 * @param variants to be tried
 * @param thorough whether each is met by all cases
 * @param display shows how many mutants were tried
 */
public record ProofCheck(
    ProofSubject subject,
    List<Mutant> defects,
    List<Mutant> variants,
    boolean thorough,
    ProgressDisplay display) {

  /** Fixed, so that each proof sends the requests of every other. */
  private static final long SEED = 1;

  /** The whole matrix. */
  public static ProofCheck whole(ProgressDisplay display) {
    return new ProofCheck(ProofSubject.SHIPPED, Defects.all(), Variants.all(), false, display);
  }

  /**
   * Tries them all, and writes what is known now and then.
   *
   * @param listener is given each trial as it ends
   * @param cancellation leaves out what is not over
   */
  public Proof run(TrialListener listener, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    try (Checkpoints checkpoints = new Checkpoints()) {
      return run(
          listener,
          underWay -> {
            cancellation.whenCancelled(underWay::cancel);
            checkpoints.begin(() -> folder.writeSoFar(Report.of(underWay.soFar())));
          });
    }
  }

  private Proof run(TrialListener listener, Consumer<ProofInProgress> watcher)
      throws InterruptedException {
    int trials = 1 + defects.size() + variants.size();
    try (ProgressDisplay.Steps progress = display.steps("proving", trials)) {
      TrialListener both =
          (trial, run) -> {
            listener.finished(trial, run);
            progress.step();
          };
      return new MutationRunner(
              RunInfo.starting(Version.number(), subject.name()).seeded(SEED),
              subject,
              target -> ServiceSuites.of(target, new TestData(SEED)),
              both,
              thorough)
          .prove(defects, variants, watcher);
    }
  }
}
