package dev.assay.compare.cutover;

/** What one service did about a clause in all runs of a case. */
enum ClauseState {
  /** It kept the clause whenever that was decided. */
  SATISFIED,
  /** It broke the clause at least once: a clause has to hold every time. */
  VIOLATED,
  /** The connection or the harness could not decide. */
  INCONCLUSIVE,
  /** It could not be asked, because the service breaks another clause of the case. */
  MASKED,
  /** It could not be asked, and the service breaks no clause of the case. */
  NOT_APPLICABLE;

  /** The value for this state, of those for all in order. */
  <T> T pick(T satisfied, T violated, T inconclusive, T masked, T notApplicable) {
    return switch (this) {
      case SATISFIED -> satisfied;
      case VIOLATED -> violated;
      case INCONCLUSIVE -> inconclusive;
      case MASKED -> masked;
      case NOT_APPLICABLE -> notApplicable;
    };
  }
}
