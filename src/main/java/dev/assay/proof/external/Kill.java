package dev.assay.proof.external;

/** A mutant on which the suite failed, once. */
record Kill(CandidateMutant candidate, SuiteTrial trial) {

  SuiteTrial flaky() {
    return trial.as(MutantStatus.FLAKY);
  }

  /** It hung, and hung again with more time. */
  boolean isTimeOut() {
    return trial.status() == MutantStatus.TIMED_OUT;
  }
}
