package dev.assay.compare.cutover;

import dev.assay.compare.observation.Change;
import dev.assay.contract.Clause;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what two services answered to the same cases, in a run of all cases and in any number of
 * further runs of some.
 */
public final class CutoverRuns {

  private static final Comparator<Difference> MOST_SERIOUS_FIRST =
      Comparator.comparing((Difference difference) -> difference.changes().get(0).rank())
          .thenComparing(Comparator.comparing((Difference d) -> d.cases().size()).reversed());

  private final List<Run> from;
  private final List<Run> to;
  private final List<ComparedCase> pairs;

  private CutoverRuns(List<Run> from, List<Run> to) {
    this.from = List.copyOf(from);
    this.to = List.copyOf(to);
    this.pairs = ComparedCase.of(from, to);
  }

  /**
   * Compares as many runs against either service.
   *
   * @param from the runs against the old service, the first with all cases
   * @param to the runs against the new service, the first with all cases
   */
  public static CutoverRuns of(List<Run> from, List<Run> to) {
    return new CutoverRuns(from, to);
  }

  /** The ids of the cases that differ so far; to run them again tells a difference from chance. */
  public Set<String> open() {
    return pairs.stream()
        .filter(ComparedCase::isOpen)
        .map(ComparedCase::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Every clause that is to be decided, in document order, with what became of it. */
  List<ClauseComparison> clauses() {
    Map<String, List<ClauseInCase>> byClause =
        pairs.stream()
            .flatMap(pair -> pair.instances().stream())
            .collect(Collectors.groupingBy(instance -> instance.clause().id().value()));
    List<ClauseComparison> judged =
        clausesToDecide()
            .map(clause -> judged(clause, byClause.getOrDefault(clause.id().value(), List.of())))
            .toList();
    Set<Clause> differing =
        differing(judged)
            .flatMap(pair -> pair.named().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return judged.stream()
        .map(each -> differing.contains(each.clause()) ? each.differing() : each)
        .toList();
  }

  private Stream<Clause> clausesToDecide() {
    return Stream.of(from.get(0), to.get(0)).flatMap(run -> run.documented().stream()).distinct();
  }

  private ClauseComparison judged(Clause clause, List<ClauseInCase> instances) {
    Optional<ClauseChange> relation =
        instances.stream().map(ClauseInCase::relation).max(Comparator.naturalOrder());
    List<ClauseInCase> worst =
        instances.stream()
            .filter(instance -> instance.relation() != ClauseChange.SAME)
            .filter(instance -> relation.get() == instance.relation())
            .toList();
    return new ClauseComparison(clause, relation, worst, alsoIn(worst));
  }

  /** What a changed clause explains need not be reported again where the documents are silent. */
  private List<String> alsoIn(List<ClauseInCase> worst) {
    Set<String> ids =
        worst.stream()
            .filter(instance -> instance.relation().isChange())
            .map(ClauseInCase::caseId)
            .collect(Collectors.toSet());
    Set<List<Change>> changes =
        pairs.stream()
            .filter(pair -> ids.contains(pair.id()))
            .map(ComparedCase::changes)
            .filter(list -> !list.isEmpty())
            .collect(Collectors.toSet());
    return pairs.stream()
        .filter(pair -> !pair.isExplained() && changes.contains(pair.changes()))
        .map(ComparedCase::id)
        .toList();
  }

  /** The cases that differ in what no clause explains. */
  private Stream<ComparedCase> differing(List<ClauseComparison> clauses) {
    Set<String> explained =
        clauses.stream().flatMap(clause -> clause.alsoIn().stream()).collect(Collectors.toSet());
    return pairs.stream()
        .filter(pair -> !pair.isExplained() && !explained.contains(pair.id()))
        .filter(pair -> !visible(pair).isEmpty());
  }

  /** The differences that no document forbids, the most serious first. */
  List<Difference> differences() {
    Map<List<Object>, List<ComparedCase>> alike =
        differing(clauses())
            .collect(
                Collectors.groupingBy(
                    pair -> List.of(pair.example().operation(), visible(pair)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(CutoverRuns::difference).sorted(MOST_SERIOUS_FIRST).toList();
  }

  /** What was recorded about an answer counts only where the answers show no change themselves. */
  private static List<Change> visible(ComparedCase pair) {
    List<Change> changes = pair.changes();
    return changes.isEmpty() ? pair.recorded() : changes;
  }

  private static Difference difference(List<ComparedCase> pairs) {
    ComparedCase first = pairs.get(0);
    CaseResult example = first.example();
    return new Difference(
        example.operation(),
        visible(first),
        pairs.stream().flatMap(pair -> pair.named().stream()).distinct().toList(),
        pairs.stream().map(ComparedCase::id).toList(),
        example.description(),
        first.answers());
  }

  List<Inconclusive> inconclusive() {
    return pairs.stream().flatMap(pair -> pair.inconclusive().stream()).toList();
  }

  /** Why an operation could not be judged at all, by either service. */
  List<String> problems() {
    return Stream.concat(
            from.stream().flatMap(run -> run.problems().stream()).map(p -> "old: " + p),
            to.stream().flatMap(run -> run.problems().stream()).map(p -> "new: " + p))
        .distinct()
        .toList();
  }

  int cases() {
    return pairs.size();
  }
}
