package dev.assay.compare.cutover;

import dev.assay.compare.observation.Observation;
import dev.assay.contract.Clause;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that one service answered to one case, in every run. */
final class CaseRuns {

  private static final Set<Outcome> WRONG = EnumSet.of(Outcome.FAIL, Outcome.WARN);
  private static final Set<Outcome> RIGHT = EnumSet.of(Outcome.PASS, Outcome.INFO);

  private final List<CaseResult> results;
  private final List<Observation> observations;

  CaseRuns(List<CaseResult> results) {
    this.results = List.copyOf(results);
    this.observations =
        results.stream().flatMap(result -> Observation.of(result).stream()).toList();
  }

  /** In order. */
  List<CaseResult> results() {
    return results;
  }

  /** Whether each run of the case was carried out, and there was one. */
  boolean isComplete() {
    return !results.isEmpty() && skipped().isEmpty();
  }

  ClauseState about(Clause clause) {
    List<Outcome> outcomes = verdicts(clause).stream().map(Verdict::outcome).toList();
    if (outcomes.stream().anyMatch(WRONG::contains)) {
      return ClauseState.VIOLATED;
    }
    if (outcomes.stream().anyMatch(RIGHT::contains)) {
      return ClauseState.SATISFIED;
    }
    if (!outcomes.isEmpty()) {
      return ClauseState.INCONCLUSIVE;
    }
    return isWrong() ? ClauseState.MASKED : ClauseState.NOT_APPLICABLE;
  }

  /** Whether any clause was broken in any run. */
  boolean isWrong() {
    return results.stream()
        .flatMap(result -> result.verdicts().stream())
        .anyMatch(verdict -> WRONG.contains(verdict.outcome()));
  }

  /** The verdict to show for that clause: a wrong one if there is one. */
  Optional<Verdict> shown(Clause clause) {
    List<Verdict> verdicts = verdicts(clause);
    return verdicts.stream()
        .filter(verdict -> WRONG.contains(verdict.outcome()))
        .findFirst()
        .or(() -> verdicts.stream().findFirst());
  }

  private List<Verdict> verdicts(Clause clause) {
    return results.stream()
        .flatMap(result -> result.verdicts().stream())
        .filter(verdict -> verdict.clause().id().equals(clause.id()))
        .toList();
  }

  /** In how many runs that clause was broken. */
  int wrong(Clause clause) {
    return (int)
        verdicts(clause).stream().filter(verdict -> WRONG.contains(verdict.outcome())).count();
  }

  /** What was seen in each run in which it answered. */
  List<Observation> observations() {
    return observations;
  }

  /** Which of the exchanges of the case shows most, from 0. */
  int shownExchange() {
    return shown()
        .map(result -> result.exchangeToShow().map(result.exchanges()::indexOf).orElse(0))
        .orElse(0);
  }

  /** That exchange of the case, or the last if there are not so many. */
  Optional<RecordedExchange> exchange(int at) {
    return shown()
        .map(CaseResult::exchanges)
        .filter(exchanges -> !exchanges.isEmpty())
        .map(all -> all.get(Math.max(0, Math.min(at, all.size() - 1))));
  }

  /** The run to show: one in which something was wrong, if there is one. */
  private Optional<CaseResult> shown() {
    return results.stream()
        .filter(result -> WRONG.contains(result.outcome()))
        .findFirst()
        .or(() -> results.stream().findFirst());
  }

  Optional<String> skipped() {
    return results.stream().flatMap(result -> result.skipped().stream()).findFirst();
  }

  /** Why no run showed anything, if none did. */
  Optional<String> failure() {
    return (observations.isEmpty() ? results : List.<CaseResult>of())
        .stream()
            .flatMap(result -> result.exchanges().stream())
            .flatMap(exchange -> exchange.failure().stream())
            .map(failure -> failure.detail())
            .findFirst();
  }
}
