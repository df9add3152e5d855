package dev.assay.report.page;

import dev.assay.compare.cutover.Cutover;
import dev.assay.report.json.CutoverJson;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.LoadJson;
import dev.assay.report.text.CutoverSummary;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cutover on the page: what {@code cutover.json} says, as a list to read in the order of the
 * console.
 */
final class CutoverView {

  private static final int MOST_DIFFERENCES = 100;
  private static final int LONGEST_GIST = 120;

  private CutoverView() {}

  /**
   * Findings of one kind, of which a page shows any only where there are some.
   *
   * @param kind of its findings: clause, difference or case
   * @param outcome that all of them have
   */
  record Group(
      String kind,
      String title,
      String remark,
      String outcome,
      OutcomeSymbol mark,
      List<Map<String, Object>> findings) {

    /** By which it can be linked to. */
    public String id() {
      return outcome.replace(' ', '-');
    }

    /** Whether its findings are shown open. */
    public boolean open() {
      return mark == OutcomeSymbol.FAIL;
    }
  }

  static Map<String, Object> of(Cutover cutover) {
    Map<String, Object> view = JsonText.map(CutoverJson.of(cutover));
    List<Group> groups =
        groups(view).stream().filter(group -> !group.findings().isEmpty()).toList();
    list(view, "differences").forEach(CutoverView::describe);
    view.put("summary", new CutoverSummary(cutover).line());
    view.put("groups", groups);
    view.put("total", groups.stream().mapToInt(group -> group.findings().size()).sum());
    view.put("outcomes", groups.stream().map(CutoverView::option).toList());
    view.put("levels", FilterOption.levels(groups.stream().flatMap(CutoverView::levels).toList()));
    cutover
        .latency()
        .ifPresent(latency -> view.put("latency", JsonText.map(LoadJson.comparison(latency))));
    return view;
  }

  /** Its clauses, or else the operation, and the most serious change. */
  private static void describe(Map<String, Object> difference) {
    List<String> clauses = strings(difference.get("clauses"));
    List<Map<String, Object>> changes = list(difference, "changes");
    Map<String, Object> first = changes.get(0);
    String change = "%s: %s → %s".formatted(first.get("place"), first.get("from"), first.get("to"));
    String more = changes.size() == 1 ? "" : ", and %s more".formatted(changes.size() - 1);
    difference.put("gist", Sanitizer.line(change, LONGEST_GIST) + more);
    difference.put("named", CutoverSummary.named((String) difference.get("operation"), clauses));
  }

  private static FilterOption option(Group group) {
    return new FilterOption(
        group.outcome(), group.mark().glyph(), group.mark().tone(), group.findings().size());
  }

  private static Stream<String> levels(Group group) {
    return switch (group.kind()) {
      case "clause" -> group.findings().stream().map(clause -> (String) clause.get("level"));
      case "difference" -> Collections.nCopies(group.findings().size(), "silent").stream();
      default -> Stream.empty();
    };
  }

  private static List<Group> groups(Map<String, Object> json) {
    List<Map<String, Object>> differences = list(json, "differences");
    int more = differences.size() - MOST_DIFFERENCES;
    String remark = more > 0 ? "; %s more are in cutover.json".formatted(more) : "";
    return List.of(
        clauses(json, "Regressed", "the old service keeps it", "regressed"),
        new Group(
            "case",
            "Cannot be told",
            "an answer is missing or could not be judged",
            "cannot tell",
            OutcomeSymbol.ERROR,
            list(json, "cannotTell")),
        new Group(
            "difference",
            "Differs where the documents are silent",
            "most serious first" + remark,
            "differs",
            OutcomeSymbol.INFO,
            differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))),
        clauses(json, "Both wrong", "broken before and after", "both wrong"),
        clauses(json, "Fixed", "the old service breaks it", "fixed"),
        new Group(
            "case",
            "Not compared",
            "one of them could not be asked",
            "not compared",
            OutcomeSymbol.SKIP,
            list(json, "notCompared")));
  }

  private static Group clauses(
      Map<String, Object> json, String title, String remark, String relation) {
    List<Map<String, Object>> clauses =
        list(json, "clauses").stream()
            .filter(clause -> clause.get("relation") != null)
            .filter(clause -> CutoverJson.word((String) clause.get("relation")).equals(relation))
            .toList();
    return new Group(
        "clause", title, remark, relation, OutcomeSymbol.of(relation), new ArrayList<>(clauses));
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked") // the lists of cutover.json have objects only
  private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
    return (List<Map<String, Object>>) json.get(name);
  }
}
