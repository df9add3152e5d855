package dev.assay;

/**
 * What a run says to the question that its command asks: does the target conform, were the
 * objectives met, do the checks prove themselves, may it go on. Each kind of run has its own words
 * for it.
 */
public enum Conclusion {
  /** All was judged, and nothing found wanting. */
  YES,
  /** Something was judged and found wanting. */
  NO,
  /** Nothing was found wanting, but not all that counts could be judged. */
  UNDECIDED;

  /** What the process ends with: 0, 1 or 2. */
  public int exitCode() {
    return choose(0, 1, 2);
  }

  /** The one of three things that belongs to this conclusion. */
  public <T> T choose(T yes, T no, T undecided) {
    return switch (this) {
      case YES -> yes;
      case NO -> no;
      case UNDECIDED -> undecided;
    };
  }
}
