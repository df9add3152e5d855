package dev.assay.verdict;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All verdicts of one command against one target.
 *
 * @param info when it ran, against what
 * @param documented every clause of the operations that were checked, in document order
 * @param cases what became of each case, in suite order
 * @param problems why an operation could not be judged at all, in sentences
 * @param strict whether a WARN counts as a FAIL
 * @param stale entries of a baseline that hold no longer, in sentences
 */
public record Run(
    RunInfo info,
    List<Clause> documented,
    List<CaseResult> cases,
    List<String> problems,
    boolean strict,
    List<String> stale) {

  /** A run without a baseline. */
  public Run(
      RunInfo info,
      List<Clause> documented,
      List<CaseResult> cases,
      List<String> problems,
      boolean strict) {
    this(info, documented, cases, problems, strict, List.of());
  }

  /** This run, which did not come to its end. */
  public Run cutShort() {
    return new Run(info.cutShort(), documented, cases, problems, strict, stale);
  }

  /** This run without what nobody decided because it was cancelled. */
  public Run uncancelled() {
    return with(cases.stream().filter(result -> !result.wasCancelled()).toList(), stale);
  }

  /** This run as a baseline shows it. */
  public Run with(List<CaseResult> others, List<String> staleEntries) {
    return new Run(info, documented, others, problems, strict, staleEntries);
  }

  /** A violation counts even where other things stayed undecided; nothing proven is undecided. */
  public Conclusion conclusion() {
    Map<Outcome, Integer> counts = counts();
    if (counts.get(Outcome.FAIL) > 0
        || !stale.isEmpty()
        || (strict && counts.get(Outcome.WARN) > 0)) {
      return Conclusion.NO;
    }
    return counts.get(Outcome.ERROR) > 0 || !problems.isEmpty() || !isProven() || info.partial()
        ? Conclusion.UNDECIDED
        : Conclusion.YES;
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return word(conclusion());
  }

  /** The word of reports for that conclusion of a run. */
  public static String word(Conclusion conclusion) {
    return conclusion.choose("conforms", "violates", "undecided");
  }

  /** Whether any clause was found to hold, though another of its case may be broken. */
  private boolean isProven() {
    return cases.stream()
        .flatMap(result -> result.verdicts().stream())
        .anyMatch(verdict -> verdict.outcome() == Outcome.PASS);
  }

  /** Why it could not be judged, as far as no case says so itself. */
  public List<String> reasons() {
    boolean untold =
        conclusion() == Conclusion.UNDECIDED
            && problems.isEmpty()
            && !info.partial()
            && counts().get(Outcome.ERROR) == 0;
    return untold
        ? List.of(
            "no clause was found to hold: what was chosen was only observed, skipped or known already, so nothing is proven.")
        : problems;
  }

  /** How many cases had each outcome. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    cases.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return counts;
  }

  /** The documented clauses, with what this run says about each clause. */
  public List<ClauseResult> clauses() {
    Map<ClauseId, List<CaseResult>> about = new HashMap<>();
    for (CaseResult result : cases) {
      result
          .clauses()
          .forEach(c -> about.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(result));
    }
    return documented.stream()
        .map(clause -> clause(clause, about.getOrDefault(clause.id(), List.of())))
        .toList();
  }

  private static ClauseResult clause(Clause clause, List<CaseResult> about) {
    List<Outcome> outcomes = new ArrayList<>();
    for (CaseResult result : about) {
      result.skipped().ifPresent(reason -> outcomes.add(Outcome.SKIP));
      result.verdicts().stream()
          .filter(verdict -> verdict.clause().id().equals(clause.id()))
          .map(Verdict::outcome)
          .forEach(outcomes::add);
    }
    List<String> missing =
        about.stream()
            .filter(result -> result.isNamedAfter(clause) && !result.judged(clause))
            .map(CaseResult::id)
            .toList();
    Optional<Outcome> outcome =
        weighed(outcomes)
            .filter(o -> o != Outcome.PASS || missing.isEmpty())
            .or(() -> Optional.of(Outcome.SKIP).filter(outcomes::contains));
    return new ClauseResult(clause, outcome, about.stream().map(CaseResult::id).toList(), missing);
  }

  /** A clause that some case skipped and another decided is decided. */
  private static Optional<Outcome> weighed(List<Outcome> outcomes) {
    List<Outcome> decided = outcomes.stream().filter(o -> o != Outcome.SKIP).toList();
    return decided.isEmpty() ? Outcome.worst(outcomes) : Outcome.worst(decided);
  }
}
