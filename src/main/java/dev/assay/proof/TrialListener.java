package dev.assay.proof;

import dev.assay.verdict.Run;

/** Is told how a proof gets on; called by several threads. */
public interface TrialListener {

  /** Nobody watches. */
  TrialListener NONE = (result, run) -> {};

  /**
   * That trial is done.
   *
   * @param run what the suites said; it is kept nowhere else, for all runs together are large
   */
  void finished(MutantResult result, Run run);
}
