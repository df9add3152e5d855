package dev.assay.report.page;

import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Inconclusive;
import dev.assay.report.text.CutoverSummary;
import dev.assay.report.text.OutcomeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cutover on the page: the list to read, in the order of the console.
 *
 * @param summary the line that can be pasted
 * @param totals numbers with what they count
 * @param total how many findings there are
 * @param outcomes that occur, with how often
 * @param levels all of them
 * @param groups of findings, the most serious first
 * @param latency how it differs, if both were loaded; one at most
 */
record CutoverView(
    String summary,
    List<Total> totals,
    int total,
    List<FilterOption> outcomes,
    List<FilterOption> levels,
    List<Group> groups,
    List<ComparisonView> latency) {

  private static final int MOST_DIFFERENCES = 100;

  /** Findings that have something in common. */
  record Group(String id, String title, String remark, List<FindingView> findings) {}

  static CutoverView of(Cutover cutover) {
    List<Group> groups = groups(cutover);
    List<FindingView> all = groups.stream().flatMap(g -> g.findings().stream()).toList();
    return new CutoverView(
        new CutoverSummary(cutover).line(),
        totals(cutover),
        all.size(),
        outcomes(all),
        FilterOption.levels(all.stream().map(FindingView::level).toList()),
        groups,
        cutover.latency().stream().map(ComparisonView::of).toList());
  }

  private static List<Total> totals(Cutover cutover) {
    CutoverSummary summary = new CutoverSummary(cutover);
    return List.of(
        Total.of(summary.count(ClauseChange.REGRESSED), "clauses regressed", OutcomeSymbol.FAIL),
        Total.of(cutover.failures().size(), "cases cannot be told", OutcomeSymbol.ERROR),
        Total.of(
            cutover.differences().size(),
            "differences where documents are silent",
            OutcomeSymbol.INFO),
        Total.of(
            summary.count(ClauseChange.BOTH_WRONG), "clauses broken by both", OutcomeSymbol.WARN),
        Total.of(summary.count(ClauseChange.FIXED), "clauses fixed", OutcomeSymbol.PASS),
        Total.of(summary.count(ClauseChange.SAME), "clauses the same", OutcomeSymbol.PASS),
        Total.of(cutover.notCompared().size(), "cases not compared", OutcomeSymbol.SKIP));
  }

  private static List<FilterOption> outcomes(List<FindingView> findings) {
    List<FilterOption> choices = new ArrayList<>();
    for (FindingView each : findings) {
      long count = findings.stream().filter(f -> f.outcome().equals(each.outcome())).count();
      FilterOption choice =
          new FilterOption(each.outcome(), each.mark().glyph(), each.mark().tone(), count);
      if (choices.stream().noneMatch(known -> known.name().equals(choice.name()))) {
        choices.add(choice);
      }
    }
    return choices;
  }

  private static List<Group> groups(Cutover cutover) {
    List<Group> groups = new ArrayList<>();
    groups.add(
        clauses(
            "Regressed",
            "the old service keeps it",
            cutover,
            ClauseChange.REGRESSED,
            OutcomeSymbol.FAIL));
    groups.add(
        new Group(
            "cannot-tell",
            "Cannot be told",
            "an answer is missing or could not be judged",
            untold(cutover.failures())));
    groups.add(differences(cutover));
    groups.add(
        clauses(
            "Both wrong",
            "broken before and after",
            cutover,
            ClauseChange.BOTH_WRONG,
            OutcomeSymbol.WARN));
    groups.add(
        clauses(
            "Fixed", "the old service breaks it", cutover, ClauseChange.FIXED, OutcomeSymbol.PASS));
    groups.add(
        new Group(
            "not-compared",
            "Not compared",
            "one of them could not be asked",
            untold(cutover.notCompared())));
    return groups.stream().filter(group -> !group.findings().isEmpty()).toList();
  }

  private static Group clauses(
      String title, String remark, Cutover cutover, ClauseChange relation, OutcomeSymbol mark) {
    List<FindingView> findings =
        cutover.having(relation).stream().map(each -> FindingView.of(each, mark)).toList();
    return new Group(title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, remark, findings);
  }

  private static Group differences(Cutover cutover) {
    List<FindingView> findings = new ArrayList<>();
    cutover.differences().stream()
        .limit(MOST_DIFFERENCES)
        .forEach(each -> findings.add(FindingView.of(each, findings.size() + 1)));
    int more = cutover.differences().size() - MOST_DIFFERENCES;
    String remark = more > 0 ? "; %s more are in cutover.json".formatted(more) : "";
    return new Group(
        "differs",
        "Differs where the documents are silent",
        "most serious first" + remark,
        findings);
  }

  private static List<FindingView> untold(List<Inconclusive> cases) {
    return cases.stream().map(FindingView::of).toList();
  }
}
