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

/** All that one side answered to one case, in every round in which it was played. */
final class CaseRuns {

  private static final Set<Outcome> WRONG = EnumSet.of(Outcome.FAIL, Outcome.WARN);
  private static final Set<Outcome> RIGHT = EnumSet.of(Outcome.PASS, Outcome.INFO);

  /** What a side did about a clause. */
  enum State {
    RIGHT,
    WRONG,
    /** The connection or the harness could not decide. */
    UNDECIDED,
    /** Something else in the case was wrong, so that it could not be asked. */
    MOOT
  }

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

  /** Once wrong is wrong: the clause has to hold every time. */
  State about(Clause clause) {
    List<Outcome> outcomes = verdicts(clause).stream().map(Verdict::outcome).toList();
    if (outcomes.stream().anyMatch(WRONG::contains)) {
      return State.WRONG;
    }
    if (outcomes.stream().anyMatch(RIGHT::contains)) {
      return State.RIGHT;
    }
    return outcomes.isEmpty() ? State.MOOT : State.UNDECIDED;
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

  /** In how many plays that clause was broken. */
  int wrong(Clause clause) {
    return (int)
        verdicts(clause).stream().filter(verdict -> WRONG.contains(verdict.outcome())).count();
  }

  /** What was seen in each play that told anything. */
  List<Observation> observations() {
    return observations;
  }

  /** Which of the exchanges of the case shows most, from 0. */
  int exhibited() {
    return shown()
        .map(result -> result.exhibit().map(result.exchanges()::indexOf).orElse(0))
        .orElse(0);
  }

  /** That exchange of the case, or the last if there are not so many. */
  Optional<RecordedExchange> exchange(int at) {
    return shown()
        .map(CaseResult::exchanges)
        .filter(exchanges -> !exchanges.isEmpty())
        .map(all -> all.get(Math.max(0, Math.min(at, all.size() - 1))));
  }

  /** The play to show: one in which something was wrong, if there is one. */
  private Optional<CaseResult> shown() {
    return results.stream()
        .filter(result -> WRONG.contains(result.outcome()))
        .findFirst()
        .or(() -> results.stream().findFirst());
  }

  Optional<String> skipped() {
    return results.stream().flatMap(result -> result.skipped().stream()).findFirst();
  }

  /** Why nothing was seen. */
  Optional<String> failure() {
    return results.stream()
        .flatMap(result -> result.exchanges().stream())
        .flatMap(exchange -> exchange.failure().stream())
        .map(failure -> failure.detail())
        .findFirst();
  }
}
