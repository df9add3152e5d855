package dev.assay.compare.cutover;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Level;
import dev.assay.load.study.Comparison;
import dev.assay.load.study.Comparison.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of clients when a new service takes the place of an old one.
 *
 * @param from the old service
 * @param to the new service
 * @param info when it ran
 * @param cases how many cases were run against both
 * @param clauses every clause that was to be decided, in document order
 * @param differences what differs where the documents are silent, the most serious first
 * @param inconclusive the cases of which nobody can tell whether they are the same
 * @param problems why an operation could not be judged at all, in sentences
 * @param strict whether differences are enough to say no
 * @param latency how it differs under the same load, if both were loaded
 */
public record Cutover(
    Environment from,
    Environment to,
    RunInfo info,
    int cases,
    List<ClauseComparison> clauses,
    List<Difference> differences,
    List<Inconclusive> inconclusive,
    List<String> problems,
    boolean strict,
    Optional<Comparison> latency) {

  /** What the comparison says. */
  public static Cutover of(
      CutoverRuns runs, Environment from, Environment to, RunInfo info, boolean strict) {
    return new Cutover(
        from,
        to,
        info.against(from.target() + " to " + to.target()),
        runs.cases(),
        runs.clauses(),
        runs.differences(),
        runs.inconclusive(),
        runs.problems(),
        strict,
        Optional.empty());
  }

  /** This cutover, and how the latencies differ under the same load. */
  public Cutover with(Comparison compared) {
    return with(info.untilNow(), Optional.of(compared));
  }

  /** This cutover, which did not come to its end. */
  public Cutover cutShort() {
    return with(info.untilNow().cutShort(), latency);
  }

  private Cutover with(RunInfo other, Optional<Comparison> compared) {
    return new Cutover(
        from, to, other, cases, clauses, differences, inconclusive, problems, strict, compared);
  }

  /**
   * Whether clients may move. A regression counts even where other things stayed undecided, and for
   * those who are strict so does what else differs; nothing compared is undecided.
   */
  public Conclusion conclusion() {
    if (!having(ClauseChange.REGRESSED).isEmpty() || (strict && differs())) {
      return Conclusion.NO;
    }
    boolean compared =
        clauses.stream()
            .flatMap(clause -> clause.relation().stream())
            .anyMatch(relation -> relation != ClauseChange.INCONCLUSIVE);
    if (info.partial()
        || !problems.isEmpty()
        || !failures().isEmpty()
        || !compared
        || slower() == Verdict.CANNOT_TELL) {
      return Conclusion.UNDECIDED;
    }
    return Conclusion.YES;
  }

  /** Whether no clause regressed, but something differs that people should look at. */
  public boolean needsReview() {
    return having(ClauseChange.REGRESSED).isEmpty()
        && conclusion() != Conclusion.UNDECIDED
        && differs();
  }

  private boolean differs() {
    return !differences.isEmpty() || slower() == Verdict.REGRESSION;
  }

  private Verdict slower() {
    return latency.map(Comparison::verdict).orElse(Verdict.NO_REGRESSION);
  }

  /** The conclusion in the word of reports: go, review, no-go or undecided. */
  public String word() {
    return needsReview() ? "review" : conclusion().choose("go", "no-go", "undecided");
  }

  /** The cases of which nobody can tell whether they are the same, because something went wrong. */
  public List<Inconclusive> failures() {
    return inconclusive.stream().filter(Inconclusive::isFailure).toList();
  }

  /** The cases that a target file leaves out for one service. */
  public List<Inconclusive> notCompared() {
    return inconclusive.stream().filter(each -> !each.isFailure()).toList();
  }

  /** The clauses with that relation, those that a document states first. */
  public List<ClauseComparison> having(ClauseChange relation) {
    return clauses.stream()
        .filter(clause -> clause.is(relation))
        .sorted(Comparator.comparing(clause -> clause.clause().level() != Level.STATED))
        .toList();
  }
}
