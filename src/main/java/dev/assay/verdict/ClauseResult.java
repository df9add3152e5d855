package dev.assay.verdict;

import dev.assay.contract.Clause;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about one clause: the gravest of its cases' verdicts.
 *
 * @param clause the clause
 * @param outcome empty if no case of this run decided it
 * @param cases the ids of the cases that are about it
 */
public record ClauseResult(Clause clause, Optional<Outcome> outcome, List<String> cases) {}
