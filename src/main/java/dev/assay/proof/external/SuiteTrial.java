package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.DefectKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What became of one mutant: of a defect, which is to be killed, or of a conforming variant, which
 * is not.
 *
 * @param id of the mutant
 * @param operation that it is in; empty if it is in all
 * @param says what it does, in a sentence
 * @param breaks the clauses that it breaks, or its operation where only a run shows which; none for
 *     a variant
 * @param difference the worst that it does to the requests of the suite; empty if it does nothing
 *     to them, or that could not be told
 * @param duration how long the suite took, zero where it did not run
 * @param alike the mutant that the suite ran against in its place, for both answer all requests of
 *     the suite with the same bytes; empty if it ran against this one, or against none
 */
public record SuiteTrial(
    String id,
    String operation,
    String says,
    List<String> breaks,
    MutantStatus status,
    Optional<AnswerDifference> difference,
    Duration duration,
    String alike) {

  static SuiteTrial of(
      Mutant mutant, MutantStatus status, Optional<AnswerDifference> difference, Duration time) {
    return new SuiteTrial(
        mutant.id(),
        mutant.operation(),
        mutant.says(),
        List.copyOf(new TreeSet<>(mutant.breaks())),
        status,
        difference,
        time,
        "");
  }

  /** A mutant that no suite was run against. */
  static SuiteTrial without(
      Mutant mutant, MutantStatus status, Optional<AnswerDifference> difference) {
    return of(mutant, status, difference, Duration.ZERO);
  }

  /** The same, which came to something else. */
  SuiteTrial as(MutantStatus other) {
    return new SuiteTrial(id, operation, says, breaks, other, difference, duration, alike);
  }

  /** What became of another mutant, which answers all requests of the suite alike. */
  SuiteTrial inPlaceOf(Mutant other) {
    SuiteTrial its = of(other, status, difference, Duration.ZERO);
    return new SuiteTrial(
        its.id, its.operation, its.says, its.breaks, status, difference, its.duration, id);
  }

  boolean isOf(DefectKind kind) {
    return difference.filter(each -> each.kind() == kind).isPresent();
  }
}
