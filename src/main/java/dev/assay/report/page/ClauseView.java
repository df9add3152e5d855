package dev.assay.report.page;

import dev.assay.contract.Clause;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A clause on the page.
 *
 * @param clause itself
 * @param outcome PASS, FAIL, …; SKIP if nothing was found out about it
 * @param mark how that looks
 * @param note why no case decides it, if so
 * @param cases that are about it, those that need a look first
 */
record ClauseView(
    Clause clause, String outcome, OutcomeSymbol mark, String note, List<CaseView> cases) {

  /** More open cases of one clause would bury the next clause. */
  private static final int MOST_OPEN = 3;

  static ClauseView of(ClauseResult result, Run run, Map<String, Integer> numbers) {
    Outcome outcome = result.outcome().orElse(Outcome.SKIP);
    String note = result.outcome().isPresent() ? "" : undecided(result);
    return new ClauseView(
        result.clause(),
        outcome.name(),
        OutcomeSymbol.of(outcome),
        Sanitizer.line(note),
        cases(result, run, numbers));
  }

  private static String undecided(ClauseResult result) {
    return result.missing().isEmpty()
        ? result
            .clause()
            .untested()
            .map(reason -> "No case can decide it: " + reason)
            .orElse("No case of this run decided it.")
        : "It could not be judged in " + String.join(", ", result.missing()) + ".";
  }

  private static List<CaseView> cases(ClauseResult result, Run run, Map<String, Integer> numbers) {
    List<CaseView> cases = new ArrayList<>();
    for (String id : result.cases()) {
      int number = numbers.get(id);
      CaseResult found = run.cases().get(number);
      cases.addAll(CaseView.of(number, found, result.clause()));
    }
    cases.sort(Comparator.comparing(CaseView::trouble).reversed());
    for (int i = 0; i < Math.min(MOST_OPEN, cases.size()); i++) {
      cases.set(i, cases.get(i).openIfTrouble());
    }
    return cases;
  }

  /** Whether somebody should look at it. */
  public boolean trouble() {
    return mark.trouble();
  }

  String operation() {
    String id = clause.id().value();
    return id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
  }

  /** Its id below the operation. */
  public String name() {
    String id = clause.id().value();
    return id.substring(id.indexOf('/') + 1);
  }

  public String id() {
    return clause.id().value();
  }

  public String level() {
    return clause.level().word();
  }

  public String says() {
    return Sanitizer.line(clause.says());
  }

  public String source() {
    return Sanitizer.line(clause.source().toString());
  }

  public String intent() {
    return clause.intent().map(Sanitizer::line).orElse("");
  }

  /** How many cases are about it, in words. */
  public String counted() {
    return new Plural(cases.size(), "case").toString();
  }
}
