package dev.assay.report.page;

import dev.assay.report.text.OperationHeading;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Summary;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clauses of a run on the page.
 *
 * @param total how many there are
 * @param outcomes that occur, with how often
 * @param levels all of them
 * @param endpoints one for each operation
 * @param troubles the clauses that need a look
 */
record LedgerView(
    int total,
    List<FilterOption> outcomes,
    List<FilterOption> levels,
    List<EndpointView> endpoints,
    List<ClauseView> troubles) {

  /** The clauses of one operation. */
  record EndpointView(String operation, String address, String counts, List<ClauseView> clauses) {}

  static LedgerView of(Run run) {
    List<ClauseView> clauses = clauses(run);
    return new LedgerView(
        clauses.size(),
        outcomes(clauses),
        FilterOption.levels(clauses.stream().map(ClauseView::level).toList()),
        endpoints(run, clauses),
        clauses.stream().filter(ClauseView::trouble).toList());
  }

  private static List<ClauseView> clauses(Run run) {
    Map<String, Integer> numbers = new HashMap<>();
    for (CaseResult result : run.cases()) {
      numbers.put(result.id(), numbers.size());
    }
    List<ClauseView> views = new ArrayList<>();
    for (ClauseResult clause : run.clauses()) {
      views.add(ClauseView.of(clause, run, numbers));
    }
    return views;
  }

  private static List<FilterOption> outcomes(List<ClauseView> clauses) {
    List<FilterOption> choices = new ArrayList<>();
    for (Outcome outcome : Summary.ORDER) {
      long count = clauses.stream().filter(c -> c.outcome().equals(outcome.name())).count();
      if (count > 0) {
        OutcomeSymbol mark = OutcomeSymbol.of(outcome);
        choices.add(new FilterOption(outcome.name(), mark.glyph(), mark.tone(), count));
      }
    }
    return choices;
  }

  private static List<EndpointView> endpoints(Run run, List<ClauseView> clauses) {
    Map<String, String> addresses = new HashMap<>();
    OperationHeading.of(run).forEach(e -> addresses.put(e.operation(), e.address().orElse("")));
    Map<String, List<ClauseView>> byOperation = new LinkedHashMap<>();
    clauses.forEach(
        c -> byOperation.computeIfAbsent(c.operation(), id -> new ArrayList<>()).add(c));
    return byOperation.entrySet().stream()
        .map(
            entry ->
                new EndpointView(
                    entry.getKey(),
                    addresses.getOrDefault(entry.getKey(), ""),
                    counts(entry.getValue()),
                    entry.getValue()))
        .toList();
  }

  private static String counts(List<ClauseView> clauses) {
    return String.join(
        ", ",
        outcomes(clauses).stream()
            .map(choice -> choice.count() + " " + choice.name().toLowerCase(java.util.Locale.ROOT))
            .toList());
  }
}
