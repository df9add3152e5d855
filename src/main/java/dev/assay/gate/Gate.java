package dev.assay.gate;

import dev.assay.Conclusion;
import java.util.List;

/**
 * The answer to the question whether a target may go on: what each part said, and what follows.
 *
 * @param target the name of what was checked
 * @param parts in the order in which they were run
 * @param partial whether it did not come to its end
 */
public record Gate(String target, List<GatePart> parts, boolean partial) {

  /** Keeps a copy of the parts. */
  public Gate {
    parts = List.copyOf(parts);
  }

  /** A gate that came to its end. */
  public Gate(String target, List<GatePart> parts) {
    this(target, parts, false);
  }

  /** A no counts even where another part could not judge; a part that was not run is no yes. */
  public Conclusion conclusion() {
    if (any(Conclusion.NO)) {
      return Conclusion.NO;
    }
    return partial || any(Conclusion.UNDECIDED) || !any(Conclusion.YES)
        ? Conclusion.UNDECIDED
        : Conclusion.YES;
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return conclusion().choose("GO", "NO-GO", "UNDECIDED");
  }

  private boolean any(Conclusion answer) {
    return parts.stream().anyMatch(part -> part.says(answer));
  }
}
