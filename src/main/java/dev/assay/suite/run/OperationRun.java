package dev.assay.suite.run;

import dev.assay.contract.Clause;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.record.Recorder;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One operation on its way: the precondition, then the other cases, then what only all of them
 * show. Safe for use by several threads.
 */
final class OperationRun {

  private final OperationSuite suite;
  private final PreconditionDiagnosis recognition;
  private final Function<String, Client> clients;
  private final Recorder recorder;
  private final Progress progress;
  private final Precondition precondition;
  private final Map<String, CaseResult> results = new LinkedHashMap<>();
  private volatile Optional<String> unproven = Optional.empty();
  private volatile Optional<Exchange> asked = Optional.empty();
  private volatile CaseResult first;

  /**
   * A run that has not begun.
   *
   * @param service its key in target files
   * @param client sends to it
   * @param recorder replaces its credentials
   * @param progress hears of each case
   * @param journal hears of each exchange
   */
  OperationRun(
      OperationSuite suite,
      String service,
      Client client,
      Recorder recorder,
      Progress progress,
      Journal journal) {
    this.recorder = recorder;
    this.progress = progress;
    this.suite = suite;
    this.clients =
        caseId -> new JournalClient(client, journal, service, suite.operation().id(), caseId);
    this.recognition = new PreconditionDiagnosis(suite, service, recorder);
    this.precondition = new Precondition(suite, recognition, clientOfPrecondition());
  }

  private Client clientOfPrecondition() {
    return clients.apply(suite.precondition().id());
  }

  /** The id of the operation. */
  String operation() {
    return suite.operation().id();
  }

  /** The clauses that are to be decided, and those that were decided besides. */
  synchronized List<Clause> clauses() {
    Set<Clause> known = new HashSet<>(suite.clauses());
    results.values().forEach(result -> known.addAll(result.clauses()));
    return suite.operation().clauses().stream().filter(known::contains).toList();
  }

  /** Why it cannot be judged, or not any longer, once the precondition has been run. */
  Optional<String> problem() {
    return unproven.or(precondition::lost);
  }

  void precondition() {
    first = resultOf(suite.precondition());
    if (suite.leftOut().isPresent()) {
      keep(first);
      return;
    }
    asked = first.evidence().received().stream().findFirst();
    unproven =
        suite
            .unlinked()
            .map(recorder::text)
            .or(() -> recognition.problem(first, clientOfPrecondition()));
    precondition.saw(first.evidence().received());
    keep(unproven.map(first::undecided).orElse(first));
  }

  /**
   * Judges it after all where others, whose preconditions were met, show that the service is here:
   * then it is the operation that is not.
   */
  void reconsider(List<OperationRun> all) {
    boolean isMissing =
        unproven.isPresent()
            && asked.filter(exchange -> MissingOperation.is(suite, exchange)).isPresent()
            && all.stream().anyMatch(other -> other.isMetAt(asked.get().request().uri()));
    if (isMissing) {
      unproven = Optional.empty();
      keep(first);
    }
  }

  private boolean isMetAt(URI uri) {
    return problem().isEmpty()
        && asked
            .filter(Exchange::succeeded)
            .filter(exchange -> exchange.request().uri().equals(uri))
            .isPresent();
  }

  /**
   * The cases beside which others may run; none if the precondition showed that nothing can be
   * proven.
   */
  List<ConformanceCase> ordinary() {
    return problem().isPresent() ? List.of() : of(Role.PARALLEL);
  }

  /** What others must not run beside, and then what only all of it shows. */
  void alone() {
    if (suite.leftOut().isPresent()) {
      return;
    }
    of(Role.EXCLUSIVE).forEach(this::run);
    precondition.end(results());
    suite.cases().stream().filter(this::fellIntoOutage).forEach(this::run);
    if (problem().isEmpty()) {
      suite.reviews().forEach(this::review);
    }
  }

  /** Plays it, as long as something can be judged. */
  void run(ConformanceCase c) {
    if (problem().isEmpty()) {
      keep(precondition.confirmed(c, resultOf(c)));
    }
  }

  private boolean fellIntoOutage(ConformanceCase c) {
    return Optional.ofNullable(results.get(c.id()))
        .filter(precondition::fellIntoOutage)
        .isPresent();
  }

  private List<ConformanceCase> of(Role role) {
    return suite.cases().stream().filter(c -> c.role() == role).toList();
  }

  private synchronized void keep(CaseResult result) {
    if (results.put(result.id(), result) == null) {
      progress.finished(result);
    }
  }

  private CaseResult resultOf(ConformanceCase c) {
    Instant startedAt = Instant.now();
    Optional<String> skipped = c.skipped().or(() -> c.base().flatMap(this::groundless));
    List<Exchange> exchanges = skipped.isPresent() ? List.of() : exchanges(c);
    Evidence evidence = Evidence.of(exchanges, recorder);
    List<Verdict> verdicts = skipped.isPresent() ? List.of() : verdicts(c.checks(), evidence);
    return new CaseResult(
        suite.operation().id(),
        c.id(),
        c.description(),
        c.checks().stream().map(ClauseCheck::clause).distinct().toList(),
        verdicts,
        skipped,
        evidence.abridged(),
        startedAt,
        Duration.between(startedAt, Instant.now()));
  }

  /** Why a case that rests on that one would tell nothing, if it was not accepted. */
  private synchronized Optional<String> groundless(String base) {
    return Optional.ofNullable(results.get(base))
        .flatMap(result -> result.skipped().or(() -> notAccepted(result)));
  }

  private static Optional<String> notAccepted(CaseResult base) {
    return base.evidence().received().stream().allMatch(Exchange::succeeded)
        ? Optional.empty()
        : Optional.of(
            "it differs in one thing from %s, which is not accepted itself".formatted(base.id()));
  }

  private List<Exchange> exchanges(ConformanceCase c) {
    Interaction interaction = c.interaction();
    try {
      return interaction.sender().send(interaction.planned(), clients.apply(c.id()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<Verdict> verdicts(List<ClauseCheck> checks, Evidence evidence) {
    return checks.stream()
        .map(check -> Verdict.of(check.clause(), check.expectation(), evidence))
        .flatMap(Optional::stream)
        .toList();
  }

  private void review(Review review) {
    List<Evidence> cases =
        suite.cases().stream()
            .filter(review.cases())
            .flatMap(c -> Optional.ofNullable(results.get(c.id())).stream())
            .map(CaseResult::evidence)
            .toList();
    Evidence evidence = Evidence.ofAll(cases, recorder).only(review.exchanges());
    if (!evidence.received().isEmpty()) {
      Verdict.of(review.check().clause(), review.check().expectation(), evidence)
          .ifPresent(verdict -> keep(reviewed(review, verdict)));
    }
  }

  private CaseResult reviewed(Review review, Verdict verdict) {
    return new CaseResult(
        suite.operation().id(),
        review.id(),
        review.description(),
        List.of(verdict.clause()),
        List.of(verdict),
        Optional.empty(),
        Evidence.none(),
        Instant.now(),
        Duration.ZERO);
  }

  /** In the order of the suite, what the whole run showed last. */
  synchronized List<CaseResult> results() {
    List<CaseResult> ordered = new ArrayList<>();
    suite.cases().forEach(c -> Optional.ofNullable(results.get(c.id())).ifPresent(ordered::add));
    results.values().stream().filter(r -> !ordered.contains(r)).forEach(ordered::add);
    return ordered.stream().map(precondition::judged).toList();
  }
}
