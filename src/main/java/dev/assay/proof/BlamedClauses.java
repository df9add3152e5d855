package dev.assay.proof;

import dev.assay.contract.Clause;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run blames, and what it left undecided.
 *
 * @param run all verdicts
 */
record BlamedClauses(Run run) {

  /** Each clause that was blamed, in document order, with the cases that blamed it. */
  Map<String, List<String>> byClause() {
    Map<String, List<String>> blamed = new LinkedHashMap<>();
    for (Clause clause : run.documented()) {
      List<String> cases =
          run.cases().stream()
              .filter(result -> blames(result, clause))
              .map(CaseResult::id)
              .toList();
      if (!cases.isEmpty()) {
        blamed.put(clause.id().value(), cases);
      }
    }
    return blamed;
  }

  /** The cases with a verdict that could not be reached or with none at all, and the problems. */
  List<String> undecided() {
    Stream<String> cases =
        run.cases().stream().filter(BlamedClauses::isUndecided).map(CaseResult::id);
    return Stream.concat(run.problems().stream(), cases).toList();
  }

  private static boolean blames(CaseResult result, Clause clause) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.clause().id().equals(clause.id()))
        .anyMatch(
            verdict -> verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN);
  }

  private static boolean isUndecided(CaseResult result) {
    return result.outcome() == Outcome.ERROR
        || result.verdicts().stream().map(Verdict::outcome).anyMatch(Outcome.ERROR::equals);
  }
}
