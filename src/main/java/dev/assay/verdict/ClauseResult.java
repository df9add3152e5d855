package dev.assay.verdict;

import dev.assay.contract.Clause;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about one clause: the worst of its cases' verdicts. It does not pass as long as a
 * case that bears its name could not judge it.
 *
 * @param clause the clause
 * @param outcome empty if no case of this run decided it, or if all passed that did and one that is
 *     named after it could not
 * @param cases the ids of the cases that are about it
 * @param missing the ids of the cases named after it that could not judge it or were skipped
 */
public record ClauseResult(
    Clause clause, Optional<Outcome> outcome, List<String> cases, List<String> missing) {}
