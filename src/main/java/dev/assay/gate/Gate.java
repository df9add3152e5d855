package dev.assay.gate;

import java.util.List;

/**
 * The answer to the question whether a target may go on: what each part said, and what follows.
 *
 * @param target the name of what was checked
 * @param parts in the order in which they were run
 * @param partial whether it did not come to its end
 */
public record Gate(String target, List<GatePart> parts, boolean partial) {

  /** What follows, with the exit code that tells it. */
  public enum Decision {
    /** Every part that was run says yes. */
    GO("GO", 0),
    /** Some part says no. */
    NO_GO("NO-GO", 1),
    /** No part says no, but some could not judge, or none was run. */
    UNDECIDED("UNDECIDED", 2);

    private final String word;
    private final int exitCode;

    Decision(String word, int exitCode) {
      this.word = word;
      this.exitCode = exitCode;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }

    /** What the process ends with. */
    public int exitCode() {
      return exitCode;
    }
  }

  /** Keeps a copy of the parts. */
  public Gate {
    parts = List.copyOf(parts);
  }

  /** A gate that came to its end. */
  public Gate(String target, List<GatePart> parts) {
    this(target, parts, false);
  }

  /** A no counts even where another part could not judge; a part that was not run is no yes. */
  public Decision decision() {
    if (any(GatePart.Answer.NO)) {
      return Decision.NO_GO;
    }
    return partial || any(GatePart.Answer.UNDECIDED) || !any(GatePart.Answer.YES)
        ? Decision.UNDECIDED
        : Decision.GO;
  }

  private boolean any(GatePart.Answer answer) {
    return parts.stream().anyMatch(part -> part.answer() == answer);
  }
}
