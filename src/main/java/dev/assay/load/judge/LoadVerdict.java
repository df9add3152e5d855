package dev.assay.load.judge;

import dev.assay.Conclusion;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.measure.Measurement;
import dev.assay.load.run.LoadRun;
import java.util.ArrayList;
import java.util.List;

/**
 * What a load comes to.
 *
 * @param because what was missed, or why nothing can be said; empty if the objectives were met
 * @param doubts why figures are not those of the service; beside a missed error rate, why nothing
 *     else was judged
 */
public record LoadVerdict(Kind kind, List<String> because, List<String> doubts) {

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

  /** Keeps copies of the reasons. */
  public LoadVerdict {
    because = List.copyOf(because);
    doubts = List.copyOf(doubts);
  }

  /** Without doubts. */
  public static LoadVerdict certain(Kind kind, List<String> because) {
    return new LoadVerdict(kind, because, List.of());
  }

  /**
   * Objectives are judged only where nothing speaks against the figures. What speaks against the
   * load generator alone does not acquit a service whose wrong answers miss their bound.
   *
   * @param fallenBehind which of several injectors did not send their part, and how far
   */
  public static LoadVerdict of(
      LoadFigures figures,
      List<ObjectiveVerdict> objectives,
      LoadRun.End end,
      List<String> fallenBehind) {
    List<String> limits = new ArrayList<>(new GeneratorLimits(figures, end).all(objectives));
    limits.addAll(fallenBehind);
    RunValidity validity = new RunValidity(figures, objectives, end, limits);
    List<String> invalid = validity.invalidBecause();
    if (!invalid.isEmpty()) {
      return new LoadVerdict(validity.kindOfInvalid(), invalid, invalid);
    }
    List<String> missed =
        objectives.stream()
            .filter(each -> isCertain(each, limits, figures.measurements()))
            .filter(ObjectiveVerdict::isMissed)
            .map(ObjectiveVerdict::missed)
            .toList();
    return new LoadVerdict(missed.isEmpty() ? Kind.MET : Kind.MISSED, missed, limits);
  }

  /** These objectives, without a word on those that doubts leave open. */
  public List<ObjectiveVerdict> judged(
      List<ObjectiveVerdict> objectives, List<Measurement> measurements) {
    return objectives.stream()
        .map(
            each ->
                conclusion() != Conclusion.UNDECIDED && isCertain(each, doubts, measurements)
                    ? each
                    : each.unjudged())
        .toList();
  }

  private static boolean isCertain(
      ObjectiveVerdict objective, List<String> doubts, List<Measurement> measurements) {
    return doubts.isEmpty() || objective.isMissedByAnswers(measurements);
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
