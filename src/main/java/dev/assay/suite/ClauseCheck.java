package dev.assay.suite;

import dev.assay.contract.Clause;
import dev.assay.verdict.Expectation;

/**
 * What a case must show for one clause.
 *
 * @param clause the clause that is decided
 * @param expectation what decides it
 */
public record ClauseCheck(Clause clause, Expectation expectation) {}
