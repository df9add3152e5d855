package dev.assay.compare.cutover;

import dev.assay.compare.observation.Change;
import dev.assay.compare.observation.Observation;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case as both services answered it. What follows from the answers is worked out once. */
final class ComparedCase {

  private final String id;
  private final CaseRuns from;
  private final CaseRuns to;
  private final List<Change> changes;
  private final List<Change> recorded;
  private final List<ClauseInCase> instances;

  private ComparedCase(String id, CaseRuns from, CaseRuns to) {
    this.id = id;
    this.from = from;
    this.to = to;
    boolean seen = !from.observations().isEmpty() && !to.observations().isEmpty();
    changes = seen ? Change.between(from.observations(), to.observations()) : List.of();
    recorded = seen ? changesRecorded() : List.of();
    instances =
        clauses().stream()
            .flatMap(clause -> relation(clause).map(r -> instance(clause, r)).stream())
            .toList();
  }

  /** The cases of all runs, in the order of the first. */
  static List<ComparedCase> of(List<Run> from, List<Run> to) {
    Map<String, List<CaseResult>> before = byId(from);
    Map<String, List<CaseResult>> after = byId(to);
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    return ids.stream().map(id -> new ComparedCase(id, runs(id, before), runs(id, after))).toList();
  }

  private static Map<String, List<CaseResult>> byId(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.cases().stream())
        .collect(Collectors.groupingBy(CaseResult::id, LinkedHashMap::new, Collectors.toList()));
  }

  private static CaseRuns runs(String id, Map<String, List<CaseResult>> results) {
    return new CaseRuns(results.getOrDefault(id, List.of()));
  }

  String id() {
    return id;
  }

  CaseResult example() {
    return Stream.concat(to.results().stream(), from.results().stream()).findFirst().orElseThrow();
  }

  private List<Clause> clauses() {
    return example().clauses();
  }

  /** Every clause of the case that was decided by either service. */
  List<ClauseInCase> instances() {
    return instances;
  }

  private Optional<ClauseChange> relation(Clause clause) {
    return from.isComplete() && to.isComplete()
        ? ClauseChange.of(from.about(clause), to.about(clause))
        : Optional.empty();
  }

  private ClauseInCase instance(Clause clause, ClauseChange relation) {
    CaseRuns wrong = relation == ClauseChange.FIXED ? from : to;
    return new ClauseInCase(
        clause,
        relation,
        example().description(),
        Stream.of(to, from)
            .flatMap(runs -> runs.shown(clause).stream())
            .map(Verdict::expected)
            .findFirst()
            .orElse(""),
        actual(from, clause),
        actual(to, clause),
        wrong.wrong(clause),
        wrong.results().size(),
        answers());
  }

  private static String actual(CaseRuns runs, Clause clause) {
    return runs.shown(clause).map(Verdict::actual).or(runs::skipped).orElse("could not be asked");
  }

  /**
   * Of several requests the one that shows what is wrong or differs, as each service answered it.
   */
  ExchangePair answers() {
    boolean later = changes.stream().limit(1).anyMatch(Change::isLater);
    CaseRuns shown = from.isWrong() && !to.isWrong() ? from : to;
    int at = later ? Integer.MAX_VALUE : shown.shownExchange();
    return new ExchangePair(id, from.exchange(at), to.exchange(at));
  }

  /** What differs between the answers, whatever the documents say of it. */
  List<Change> changes() {
    return changes;
  }

  /** What differs in what was recorded about clauses on which the documents are silent. */
  List<Change> recorded() {
    return recorded;
  }

  private List<Change> changesRecorded() {
    return silent().stream()
        .map(clause -> Observation.recorded(clause.id().value()))
        .flatMap(place -> Change.at(place, from.observations(), to.observations()).stream())
        .toList();
  }

  /** The clauses on which the documents are silent and of which something else was recorded. */
  List<Clause> named() {
    Set<String> places = recorded.stream().map(Change::place).collect(Collectors.toSet());
    return silent().stream()
        .filter(clause -> places.contains(Observation.recorded(clause.id().value())))
        .toList();
  }

  private List<Clause> silent() {
    return clauses().stream().filter(clause -> clause.level() == Level.SILENT).toList();
  }

  /** Whether a changed clause explains already what differs. */
  boolean isExplained() {
    return instances.stream().map(ClauseInCase::relation).anyMatch(ClauseChange::isChange);
  }

  /** Why the two cannot be compared, if they cannot; what both leave out is no reason. */
  Optional<Inconclusive> inconclusive() {
    if (from.skipped().isPresent() && to.skipped().isPresent()) {
      return Optional.empty();
    }
    return inconclusive(from, "the old service")
        .or(() -> inconclusive(to, "the new service"))
        .or(this::undecided);
  }

  private Optional<Inconclusive> inconclusive(CaseRuns runs, String which) {
    if (runs.results().isEmpty()) {
      return Optional.of(new Inconclusive(id, "could not be asked of " + which, false));
    }
    return runs.skipped()
        .map(why -> new Inconclusive(id, which + ": " + why, false))
        .or(() -> runs.failure().map(why -> new Inconclusive(id, which + ": " + why, true)));
  }

  private Optional<Inconclusive> undecided() {
    return instances.stream()
        .filter(instance -> instance.relation() == ClauseChange.INCONCLUSIVE)
        .findFirst()
        .map(
            instance ->
                new Inconclusive(
                    id,
                    "%s: from %s; to %s"
                        .formatted(instance.clause().id(), instance.from(), instance.to()),
                    true));
  }

  /** Whether running it again would help to tell a difference from chance. */
  boolean isOpen() {
    return instances.stream().anyMatch(i -> i.relation() != ClauseChange.SAME)
        || !changes.isEmpty()
        || !recorded.isEmpty()
        || inconclusive().filter(Inconclusive::isFailure).isPresent();
  }
}
