package dev.assay.compare.cutover;

import dev.assay.compare.observation.Change;
import dev.assay.contract.Clause;
import java.util.List;

/**
 * Changes in the answers that one or more cases have in common, none of which any document forbids.
 *
 * @param operation whose cases they are
 * @param changes the most serious first
 * @param clauses those on which the documents are silent and of which something else was recorded
 * @param cases their ids
 * @param description what the first case is about
 * @param answers of both services to the first case
 */
public record Difference(
    String operation,
    List<Change> changes,
    List<Clause> clauses,
    List<String> cases,
    String description,
    ExchangePair answers) {}
