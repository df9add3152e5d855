package dev.assay.proof;

import dev.assay.Conclusion;
import dev.assay.contract.ClauseId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the suites made of one mutant: a defect, which breaks clauses, or a conforming variant,
 * which breaks none.
 *
 * @param id of the mutant
 * @param operation that it is about; empty if it is about all
 * @param says what it does, in a sentence
 * @param breaks the clauses that it breaks, in document order; its operation where only a run shows
 *     which; none for a variant
 * @param blamed each clause that was blamed, in document order and those of a second round last,
 *     with the cases that blamed it
 * @param undecided what could not be decided: ids of cases, and problems in sentences
 * @param conclusion what a contract run against it would have ended with
 * @param duration how long it took
 */
public record MutantResult(
    String id,
    String operation,
    String says,
    List<String> breaks,
    Map<String, List<String>> blamed,
    List<String> undecided,
    Conclusion conclusion,
    Duration duration) {

  static final String UNMODIFIED = "plain";
  static final String AS_IT_IS = "The mock without any deviation.";

  /** What becomes of a mutant. */
  public enum Outcome {
    /** Exactly the clauses that the defect breaks were blamed. */
    KILLED,
    /** Some of them were blamed; others were missed, or clauses besides them were blamed. */
    INEXACT,
    /** None of them was blamed. */
    SURVIVED,
    /**
     * Nothing was blamed, and nothing was found good either: so much is wrong, or can be put down
     * to values that the service does not know, that the run ends undecided. That counts only where
     * an operation is broken as a whole; a clause that is named has to be blamed.
     */
    UNDECIDED,
    /** The variant was found to conform. */
    CLEAN,
    /** Something was found wrong with the variant, or it could not be judged. */
    FALSE_POSITIVE
  }

  public MutantResult {
    breaks = List.copyOf(breaks);
    undecided = List.copyOf(undecided);
  }

  /** This and what more cases found of the mutant. */
  MutantResult with(MutantResult more) {
    Map<String, List<String>> all = new LinkedHashMap<>(blamed);
    more.blamed().forEach(all::putIfAbsent);
    return new MutantResult(
        id,
        operation,
        says,
        breaks,
        all,
        Stream.concat(undecided.stream(), more.undecided().stream()).distinct().toList(),
        more.conclusion(),
        duration.plus(more.duration()));
  }

  /** How it ended. */
  public Outcome outcome() {
    if (breaks.isEmpty()) {
      boolean clean = blamed.isEmpty() && undecided.isEmpty() && conclusion == Conclusion.YES;
      return clean ? Outcome.CLEAN : Outcome.FALSE_POSITIVE;
    }
    if (missed().size() == breaks.size()) {
      return endsUndecided() ? Outcome.UNDECIDED : Outcome.SURVIVED;
    }
    return missed().isEmpty() && excess().isEmpty() ? Outcome.KILLED : Outcome.INEXACT;
  }

  private boolean endsUndecided() {
    return conclusion == Conclusion.UNDECIDED && breaks.stream().allMatch(operation::equals);
  }

  /** Whether it ended as it should. */
  public boolean isAsItShould() {
    return outcome() == Outcome.KILLED
        || outcome() == Outcome.UNDECIDED
        || outcome() == Outcome.CLEAN;
  }

  /** Whether something was blamed that keeps its contract. */
  public boolean isFalsePositive() {
    return outcome() == Outcome.FALSE_POSITIVE || !excess().isEmpty();
  }

  /** The clauses that it breaks and that were not blamed. */
  public List<String> missed() {
    return breaks.stream()
        .filter(broken -> blamed.keySet().stream().noneMatch(clause -> isOf(clause, broken)))
        .toList();
  }

  /** Whether it shows that this clause can be blamed. */
  boolean challenges(String clause) {
    return breaks.contains(clause)
        || (blamed.containsKey(clause) && breaks.stream().anyMatch(broken -> isOf(clause, broken)));
  }

  /** Whether a clause is that one, or any of the operation that is broken as a whole. */
  private boolean isOf(String clause, String broken) {
    return clause.equals(broken)
        || (broken.equals(operation) && ClauseId.isUnder(clause, operation));
  }

  /** The clauses that it keeps and that were blamed. */
  public List<String> excess() {
    return blamed.keySet().stream()
        .filter(clause -> breaks.stream().noneMatch(broken -> isOf(clause, broken)))
        .toList();
  }

  /** The clauses that it breaks and that were blamed. */
  public List<String> found() {
    return breaks.stream()
        .flatMap(broken -> blamed.keySet().stream().filter(clause -> isOf(clause, broken)))
        .toList();
  }

  /** The cases that blamed a clause that it breaks. */
  public List<String> killedBy() {
    return found().stream().flatMap(clause -> blamed.get(clause).stream()).distinct().toList();
  }
}
