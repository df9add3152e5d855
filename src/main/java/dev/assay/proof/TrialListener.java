package dev.assay.proof;

import dev.assay.verdict.Run;

/** Hears how a proof gets on; called by several threads. */
public interface TrialListener {

  /** Nobody listens. */
  TrialListener NONE = (result, run) -> {};

  /**
   * That mutant is done with.
   *
   * @param run what the suites said; it is kept nowhere else, for all runs together are large
   */
  void finished(MutantResult result, Run run);
}
