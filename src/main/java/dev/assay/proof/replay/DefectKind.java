package dev.assay.proof.replay;

/** What a client would suffer from a defect, the worst first. */
public enum DefectKind {
  /** Whoever is to be refused is let in. */
  SECURITY("security"),
  /** What was sent does not come back as it was sent. */
  DATA_LOSS("data loss"),
  /** Another status. */
  WRONG_STATUS("wrong status"),
  /** Another header, or another body. */
  WRONG_MEMBER("wrong member"),
  /** The same, but later. */
  LATE("late");

  private final String word;

  DefectKind(String word) {
    this.word = word;
  }

  /** As reports call it. */
  public String word() {
    return word;
  }
}
