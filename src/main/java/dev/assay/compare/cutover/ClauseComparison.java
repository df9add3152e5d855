package dev.assay.compare.cutover;

import dev.assay.contract.Clause;
import java.util.List;
import java.util.Optional;

/**
 * What a cutover says about one clause: the most serious of its cases.
 *
 * @param clause the clause
 * @param relation empty if no case decided it for either service
 * @param instances the cases with that relation, unless it is the same
 * @param alsoIn cases on which the documents are silent, whose answers changed in the same way, if
 *     it is regressed or fixed
 */
public record ClauseComparison(
    Clause clause,
    Optional<ClauseChange> relation,
    List<ClauseInCase> instances,
    List<String> alsoIn) {

  /** This comparison where something else differs that the clause leaves open. */
  ClauseComparison differing() {
    boolean open = relation.isEmpty() || is(ClauseChange.SAME);
    return open
        ? new ClauseComparison(clause, Optional.of(ClauseChange.DIFFERS), instances, alsoIn)
        : this;
  }

  /** Whether it has that relation. */
  public boolean is(ClauseChange other) {
    return relation.filter(other::equals).isPresent();
  }
}
