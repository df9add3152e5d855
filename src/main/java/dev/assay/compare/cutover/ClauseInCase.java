package dev.assay.compare.cutover;

import dev.assay.contract.Clause;

/**
 * A clause in one case, where it is not the same on both sides.
 *
 * @param clause the clause
 * @param relation how the new service stands to the old
 * @param description of the case
 * @param expected what was expected
 * @param from what the old service did
 * @param to what the new service did
 * @param wrong in how many plays the side that breaks it broke it
 * @param plays how often the case was played on that side
 * @param answers of both sides
 */
public record ClauseInCase(
    Clause clause,
    ClauseChange relation,
    String description,
    String expected,
    String from,
    String to,
    int wrong,
    int plays,
    ExchangePair answers) {

  /** The case in which it is so. */
  public String caseId() {
    return answers.caseId();
  }
}
