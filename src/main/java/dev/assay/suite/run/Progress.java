package dev.assay.suite.run;

import dev.assay.verdict.CaseResult;

/** Listens to how a run gets on; called by several threads. */
public interface Progress {

  /** Nobody watches. */
  Progress NONE = result -> {};

  /** That case is done. */
  void finished(CaseResult result);
}
