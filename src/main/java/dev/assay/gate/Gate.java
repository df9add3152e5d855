package dev.assay.gate;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import java.util.List;

/**
 * The answer to the question whether a target may go on: what each part said, and what follows.
 *
 * @param info when it ran, against what
 * @param parts in the order in which they were run
 */
public record Gate(RunInfo info, List<GatePart> parts) {

  /** Keeps a copy of the parts. */
  public Gate {
    parts = List.copyOf(parts);
  }

  /** A no counts even where another part could not judge; a part that was not run is no yes. */
  public Conclusion conclusion() {
    if (any(Conclusion.NO)) {
      return Conclusion.NO;
    }
    return info.partial() || any(Conclusion.UNDECIDED) || !any(Conclusion.YES)
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
