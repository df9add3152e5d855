package dev.assay.compare.cutover;

import dev.assay.compare.cutover.CaseRuns.State;
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

/** One case as both sides answered it. What follows from the answers is worked out once. */
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

  /** The cases of all rounds, in the order of the first. */
  static List<ComparedCase> of(List<Run> from, List<Run> to) {
    Map<String, List<CaseResult>> before = byId(from);
    Map<String, List<CaseResult>> after = byId(to);
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    return ids.stream()
        .map(id -> new ComparedCase(id, plays(id, before), plays(id, after)))
        .toList();
  }

  private static Map<String, List<CaseResult>> byId(List<Run> rounds) {
    return rounds.stream()
        .flatMap(run -> run.cases().stream())
        .collect(Collectors.groupingBy(CaseResult::id, LinkedHashMap::new, Collectors.toList()));
  }

  private static CaseRuns plays(String id, Map<String, List<CaseResult>> results) {
    return new CaseRuns(results.getOrDefault(id, List.of()));
  }

  /** Of the case. */
  String id() {
    return id;
  }

  CaseResult example() {
    return Stream.concat(to.results().stream(), from.results().stream()).findFirst().orElseThrow();
  }

  private List<Clause> clauses() {
    return example().clauses();
  }

  /** Every clause of the case that was decided on either side. */
  List<ClauseInCase> instances() {
    return instances;
  }

  /** Empty if neither side could be asked. */
  private Optional<ClauseChange> relation(Clause clause) {
    State before = from.about(clause);
    State after = to.about(clause);
    if (!wasPlayedOnBoth() || from.skipped().isPresent() || to.skipped().isPresent()) {
      return Optional.empty();
    }
    if (before == State.MOOT && after == State.MOOT) {
      return Optional.empty();
    }
    if (before == State.UNDECIDED || after == State.UNDECIDED) {
      return Optional.of(ClauseChange.CANNOT_TELL);
    }
    boolean wrongBefore = before == State.WRONG || (before == State.MOOT && isWrong(from));
    boolean wrongAfter = after == State.WRONG || (after == State.MOOT && isWrong(to));
    if (wrongBefore == wrongAfter) {
      return Optional.of(wrongBefore ? ClauseChange.BOTH_WRONG : ClauseChange.SAME);
    }
    if (before == State.MOOT || after == State.MOOT) {
      return moot(before, after);
    }
    return Optional.of(wrongAfter ? ClauseChange.REGRESSED : ClauseChange.FIXED);
  }

  /**
   * What could not be asked because another clause of the case is broken is told by that clause.
   */
  private static Optional<ClauseChange> moot(State before, State after) {
    if (before == State.MOOT && after == State.WRONG) {
      return Optional.of(ClauseChange.REGRESSED);
    }
    return before == State.WRONG && after == State.MOOT
        ? Optional.of(ClauseChange.FIXED)
        : Optional.empty();
  }

  private boolean wasPlayedOnBoth() {
    return !from.results().isEmpty() && !to.results().isEmpty();
  }

  private boolean isWrong(CaseRuns side) {
    return clauses().stream().anyMatch(clause -> side.about(clause) == State.WRONG);
  }

  private ClauseInCase instance(Clause clause, ClauseChange relation) {
    CaseRuns wrong = relation == ClauseChange.FIXED ? from : to;
    return new ClauseInCase(
        clause,
        relation,
        example().description(),
        Stream.of(to, from)
            .flatMap(side -> side.shown(clause).stream())
            .map(Verdict::expected)
            .findFirst()
            .orElse(""),
        actual(from, clause),
        actual(to, clause),
        wrong.wrong(clause),
        wrong.results().size(),
        answers());
  }

  private static String actual(CaseRuns side, Clause clause) {
    return side.shown(clause).map(Verdict::actual).or(side::skipped).orElse("could not be asked");
  }

  /** Of several requests those that show what is wrong or differs, the same one on both sides. */
  ExchangePair answers() {
    boolean later = changes.stream().limit(1).anyMatch(Change::isLater);
    CaseRuns telling = isWrong(from) && !isWrong(to) ? from : to;
    int at = later ? Integer.MAX_VALUE : telling.exhibited();
    return new ExchangePair(id, from.exchange(at), to.exchange(at));
  }

  /** What differs between the answers, whatever the documents say of it. */
  List<Change> changes() {
    return changes;
  }

  /** The same of what was recorded about each clause on which the documents are silent. */
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

  /** Whether a clause tells already what differs. */
  boolean isToldByClauses() {
    return instances.stream().map(ClauseInCase::relation).anyMatch(ClauseChange::isChange);
  }

  /** Why the two cannot be compared, if they cannot. */
  Optional<Inconclusive> untold() {
    if (from.skipped().isPresent() && to.skipped().isPresent()) {
      return Optional.empty();
    }
    for (CaseRuns side : List.of(from, to)) {
      String which = side == from ? "the old service" : "the new service";
      if (side.results().isEmpty()) {
        return Optional.of(new Inconclusive(id, "could not be asked of " + which, false));
      }
      if (side.skipped().isPresent()) {
        return Optional.of(new Inconclusive(id, which + ": " + side.skipped().get(), false));
      }
      boolean silent = side.observations().isEmpty() && side.failure().isPresent();
      if (silent) {
        return Optional.of(new Inconclusive(id, which + ": " + side.failure().get(), true));
      }
    }
    return undecided();
  }

  private Optional<Inconclusive> undecided() {
    return instances.stream()
        .filter(instance -> instance.relation() == ClauseChange.CANNOT_TELL)
        .findFirst()
        .map(
            instance ->
                new Inconclusive(
                    id,
                    "%s: from %s; to %s"
                        .formatted(instance.clause().id(), instance.from(), instance.to()),
                    true));
  }

  /** Whether playing it again would help to tell a difference from chance. */
  boolean isOpen() {
    return instances.stream().anyMatch(i -> i.relation() != ClauseChange.SAME)
        || !changes.isEmpty()
        || !recorded.isEmpty()
        || untold().filter(Inconclusive::isFailure).isPresent();
  }
}
