package dev.assay.cli;

import dev.assay.mock.Defects;
import dev.assay.mock.Deviation;
import dev.assay.mock.Variants;
import dev.assay.proof.Audience;
import dev.assay.proof.Performance;
import dev.assay.proof.Proof;
import dev.assay.proof.Prover;
import dev.assay.report.ReportFolder;
import dev.assay.suite.Cancellation;
import dev.assay.suite.ServiceSuites;
import dev.assay.suite.TestData;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves the suites against the mock.
 *
 * @param defects to be tried
 * @param variants to be tried
 * @param thorough whether each is met by all cases
 * @param quiet whether to leave out the progress that terminals are shown
 */
record ProofCheck(
    List<Deviation> defects, List<Deviation> variants, boolean thorough, boolean quiet) {

  /** The same requests each time, so that two proofs can be compared. */
  private static final long SEED = 1;

  /** The whole matrix. */
  static ProofCheck whole(boolean quiet) {
    return new ProofCheck(Defects.all(), Variants.all(), false, quiet);
  }

  /**
   * Tries them all, and writes what is known now and then.
   *
   * @param audience is told about each trial
   * @param cancellation leaves out what is not over
   */
  Proof run(Audience audience, ReportFolder folder, Cancellation cancellation)
      throws InterruptedException {
    try (Checkpoints checkpoints = new Checkpoints()) {
      return run(
          audience,
          underWay -> {
            cancellation.whenCancelled(underWay::cancel);
            checkpoints.begin(() -> folder.writeSoFar(underWay.soFar()));
          });
    }
  }

  private Proof run(Audience audience, Consumer<Performance> watcher) throws InterruptedException {
    int trials = 1 + defects.size() + variants.size();
    try (ProgressLine progress = ProgressLine.start("proving", trials, !quiet)) {
      Audience both =
          (trial, run) -> {
            audience.finished(trial, run);
            progress.step();
          };
      return new Prover(
              Version.number(),
              target -> ServiceSuites.of(target, new TestData(SEED)),
              both,
              thorough)
          .prove(defects, variants, watcher);
    }
  }
}
