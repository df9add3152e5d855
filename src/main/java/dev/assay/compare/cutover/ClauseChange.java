package dev.assay.compare.cutover;

import java.util.Optional;

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
  INCONCLUSIVE("cannot tell"),
  /**
   * The old service keeps it, the new one breaks it; or, where the documents are silent, the new
   * one alone answers with a 5xx or accepts what lacks what it needs.
   */
  REGRESSED("regressed");

  private final String word;

  ClauseChange(String word) {
    this.word = word;
  }

  /**
   * How the two stand by what each did about the clause; empty where neither could be asked, and
   * where the clause that was in the way says it.
   */
  static Optional<ClauseChange> of(ClauseState from, ClauseState to) {
    return Optional.ofNullable(
        switch (from) { // new: satisfied, violated, inconclusive, masked, not applicable
          case SATISFIED -> to.pick(SAME, REGRESSED, INCONCLUSIVE, null, SAME);
          case VIOLATED -> to.pick(FIXED, BOTH_WRONG, INCONCLUSIVE, BOTH_WRONG, FIXED);
          case INCONCLUSIVE -> INCONCLUSIVE;
          case MASKED -> to.pick(null, BOTH_WRONG, INCONCLUSIVE, null, null);
          case NOT_APPLICABLE -> to.pick(SAME, REGRESSED, INCONCLUSIVE, null, null);
        });
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
