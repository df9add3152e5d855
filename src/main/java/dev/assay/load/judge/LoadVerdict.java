package dev.assay.load.judge;

import dev.assay.Conclusion;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.run.LoadRun;
import java.util.List;

/**
 * What a load comes to.
 *
 * @param because what was missed, or why nothing can be said; empty if the objectives were met
 */
public record LoadVerdict(Kind kind, List<String> because) {

  /** What can be said of a service under a load. */
  public enum Kind {
    /** The objectives were met. */
    MET("kept", Conclusion.YES),
    /** They were missed. */
    MISSED("not kept", Conclusion.NO),
    /** So little was answered that nothing can be judged. */
    UNANSWERED("not answered", Conclusion.UNDECIDED),
    /** The load generator could not send that much. */
    GENERATOR_LIMIT("the load generator was the limit", Conclusion.UNDECIDED),
    /** The run was interrupted, or failed in another way. */
    UNDECIDED("undecided", Conclusion.UNDECIDED);

    private final String word;
    private final Conclusion conclusion;

    Kind(String word, Conclusion conclusion) {
      this.word = word;
      this.conclusion = conclusion;
    }

    /** What reports say of the objectives at a rate that was tried. */
    public String word() {
      return word;
    }
  }

  /** Keeps a copy of the reasons. */
  public LoadVerdict {
    because = List.copyOf(because);
  }

  /**
   * Objectives are judged only where nothing speaks against the figures.
   *
   * @param fallenBehind which of several injectors did not send their part, and how far
   */
  public static LoadVerdict of(
      LoadFigures figures,
      List<ObjectiveVerdict> objectives,
      LoadRun.End end,
      List<String> fallenBehind) {
    List<String> limits = new GeneratorLimits(figures, end).all(objectives);
    RunValidity validity = new RunValidity(figures, objectives, end, limits, fallenBehind);
    List<String> invalid = validity.invalidBecause();
    if (!invalid.isEmpty()) {
      return new LoadVerdict(validity.kindOfInvalid(), invalid);
    }
    List<String> missed =
        objectives.stream().filter(each -> !each.met()).map(ObjectiveVerdict::missed).toList();
    return new LoadVerdict(missed.isEmpty() ? Kind.MET : Kind.MISSED, missed);
  }

  /** Whether the objectives were met; undecided where nothing can be said. */
  public Conclusion conclusion() {
    return kind.conclusion;
  }

  /** The first of the reasons, or nothing. */
  public String reason() {
    return because.isEmpty() ? "" : because.get(0);
  }
}
