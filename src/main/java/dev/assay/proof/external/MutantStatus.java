package dev.assay.proof.external;

/** What became of a mutant before a suite of somebody else's. */
public enum MutantStatus {
  /** The suite failed. */
  KILLED,
  /** The suite did not come to its end in time, which is a kill too. */
  TIMED_OUT,
  /** The suite passed, although answers were other than they should be. */
  SURVIVED,
  /** The suite failed, and soon after failed on the unmodified stand-in too. */
  FLAKY,
  /** What it breaks was asked for, and it answered every request as the unmodified does. */
  EQUIVALENT,
  /** What it breaks was never asked for. */
  NOT_REACHED,
  /** It was left out: of a sample, by a budget, or because the run was ended. */
  NOT_RUN;

  /** Whether the suite told it from the unmodified stand-in. */
  public boolean isKill() {
    return this == KILLED || this == TIMED_OUT;
  }
}
