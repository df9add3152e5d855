package dev.assay.compare.cutover;

/** How the new service stands to the old in one clause, the most serious last. */
public enum ClauseChange {
  /** Both keep it; or, where the documents are silent, nothing differs. */
  SAME("same"),
  /** The old service broke it, the new one keeps it. */
  FIXED("fixed"),
  /** Both break it. */
  BOTH_WRONG("both wrong"),
  /** The documents are silent, and the services do not do the same. */
  DIFFERS("differs"),
  /** One of them was not asked, or did not answer. */
  CANNOT_TELL("cannot tell"),
  /**
   * The old service keeps it, the new one breaks it; or, where the documents are silent, the new
   * one alone answers with a 5xx or accepts what lacks what it needs.
   */
  REGRESSED("regressed");

  private final String word;

  ClauseChange(String word) {
    this.word = word;
  }

  /** Whether the new service keeps what the old one broke, or the other way round. */
  boolean isChange() {
    return this == REGRESSED || this == FIXED;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
