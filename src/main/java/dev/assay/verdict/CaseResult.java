package dev.assay.verdict;

import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.record.RecordedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What became of one case.
 *
 * @param operation the id of the one that it belongs to
 * @param id path-like, beginning with its operation
 * @param description what is fact where the case passes
 * @param clauses the clauses that it is about
 * @param verdicts one for each clause that it could decide
 * @param skipped why it was not run, if the target cannot do what it needs
 * @param evidence what was sent and received, in order
 * @param startedAt when it began
 * @param duration how long it took
 */
public record CaseResult(
    String operation,
    String id,
    String description,
    List<Clause> clauses,
    List<Verdict> verdicts,
    Optional<String> skipped,
    Evidence evidence,
    Instant startedAt,
    Duration duration) {

  /** What that verdict rests on, as it was received. */
  public Optional<Exchange> shownBy(Verdict verdict) {
    return verdict
        .evidence()
        .map(exchanges()::indexOf)
        .filter(i -> i >= 0)
        .map(evidence.received()::get);
  }

  /** What was sent and received, in order, as it may be shown. */
  public List<RecordedExchange> exchanges() {
    return evidence.recorded();
  }

  /**
   * The worst of its verdicts; SKIP if it was not run. Without any, INFO if all that it asked was
   * moot, and ERROR if nothing was answered.
   */
  public Outcome outcome() {
    if (skipped.isPresent()) {
      return Outcome.SKIP;
    }
    boolean answered =
        !exchanges().isEmpty() && exchanges().stream().allMatch(e -> e.response().isPresent());
    return Outcome.worst(verdicts.stream().map(Verdict::outcome).toList())
        .orElse(answered ? Outcome.INFO : Outcome.ERROR);
  }

  /** Whether it is the clause's own case, of which others only know by the way. */
  boolean isNamedAfter(Clause clause) {
    return ClauseId.isUnder(id, clause.id().value());
  }

  /** Whether it came to a verdict on that clause. */
  boolean judged(Clause clause) {
    return verdicts.stream().anyMatch(verdict -> verdict.clause().id().equals(clause.id()));
  }

  /** Whether the run was cancelled before all of it was answered. */
  public boolean wasCancelled() {
    return exchanges().stream()
        .flatMap(exchange -> exchange.failure().stream())
        .anyMatch(failure -> failure.kind() == Failure.Kind.CANCELLED);
  }

  /** This result with other verdicts. */
  public CaseResult with(List<Verdict> others) {
    return new CaseResult(
        operation, id, description, clauses, others, skipped, evidence, startedAt, duration);
  }

  /** This result, in which nothing could be decided for that reason. */
  public CaseResult undecided(String why) {
    return undecided(any -> true, any -> why);
  }

  /** This result, in which such verdicts could not be decided, for the reason given for each. */
  public CaseResult undecided(Predicate<Verdict> such, Function<Verdict, String> why) {
    return with(
        verdicts.stream()
            .map(
                v -> such.test(v) ? v.undecided(why.apply(v), exchanges().stream().findFirst()) : v)
            .toList());
  }

  /** Who owns the known violation that made the outcome, until when and why. */
  public Optional<String> known() {
    return worst().flatMap(Verdict::known);
  }

  /** The verdict that made the outcome. */
  public Optional<Verdict> worst() {
    return verdicts.stream().max(Comparator.comparing(Verdict::outcome));
  }

  /** The exchange to show: the one behind the outcome, or else the first. */
  public Optional<RecordedExchange> exchangeToShow() {
    return worst().flatMap(Verdict::evidence).or(() -> exchanges().stream().findFirst());
  }
}
