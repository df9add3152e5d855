package dev.assay.compare.cutover;

import dev.assay.contract.Clause;
import java.util.List;

/**
 * The same changes in the answers of one or more cases, none of which any document forbids.
 *
 * @param operation whose cases they are
 * @param changes the most serious first
 * @param clauses those on which the documents are silent and of which something else was recorded
 * @param cases their ids
 * @param description what the first case is about
 * @param answers of both sides to the first case
 */
public record Difference(
    String operation,
    List<Change> changes,
    List<Clause> clauses,
    List<String> cases,
    String description,
    ExchangePair answers) {}
