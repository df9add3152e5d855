package dev.assay.load.plan;

/** What decides when the next request is sent. */
public enum WorkloadModel {
  /** The clock: requests arrive when they are due, whether or not earlier ones were answered. */
  OPEN("open"),
  /**
   * The service: each of a fixed number of users waits for its answer, thinks, and sends again. A
   * slow service is then sent less, and what waited meanwhile is in no figure (coordinated
   * omission).
   */
  CLOSED("closed");

  private final String word;

  WorkloadModel(String word) {
    this.word = word;
  }

  /** The name in settings and reports. */
  public String word() {
    return word;
  }
}
