package dev.assay.compare.cutover;

import dev.assay.contract.Clause;

/**
 * A clause in one case, where the two services are not the same.
 *
 * @param clause the clause
 * @param relation how the new service stands to the old
 * @param description of the case
 * @param expected what was expected
 * @param from what the old service did
 * @param to what the new service did
 * @param wrong in how many runs the service that breaks it broke it
 * @param runs how often the case was run against that service
 * @param answers of both services
 */
public record ClauseInCase(
    Clause clause,
    ClauseChange relation,
    String description,
    String expected,
    String from,
    String to,
    int wrong,
    int runs,
    ExchangePair answers) {

  /** The case in which it is so. */
  public String caseId() {
    return answers.caseId();
  }
}
