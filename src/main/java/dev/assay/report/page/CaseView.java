package dev.assay.report.page;

import dev.assay.contract.Clause;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.SideBySide;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.List;

/**
 * A case on the page, where it is about one clause.
 *
 * @param number of the case in the run, from 0, by which the scripts find what was sent
 * @param id of the case
 * @param description of the case
 * @param mark how its verdict about the clause looks
 * @param sides what was expected and what was met
 * @param open whether it is shown open
 */
record CaseView(
    int number, String id, String description, OutcomeSymbol mark, SideBySide sides, boolean open) {

  private static final int LONGEST = 500;

  /** One for each verdict of the case about the clause, or one that tells why there is none. */
  static List<CaseView> of(int number, CaseResult result, Clause clause) {
    List<CaseView> views =
        result.verdicts().stream()
            .filter(verdict -> verdict.clause().id().equals(clause.id()))
            .map(verdict -> of(number, result, verdict))
            .toList();
    return views.isEmpty() ? List.of(without(number, result)) : views;
  }

  private static CaseView of(int number, CaseResult result, Verdict verdict) {
    OutcomeSymbol mark = OutcomeSymbol.of(verdict.outcome());
    String expected = Sanitizer.line(verdict.expected(), LONGEST);
    String actual = Sanitizer.line(verdict.actual(), LONGEST) + known(verdict);
    boolean wrong = verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN;
    SideBySide sides =
        wrong ? SideBySide.marked(expected, actual) : SideBySide.plain(expected, actual);
    return of(number, result, mark, sides);
  }

  private static String known(Verdict verdict) {
    return verdict.known().map(remark -> " (known: " + Sanitizer.line(remark) + ")").orElse("");
  }

  private static CaseView without(int number, CaseResult result) {
    String why =
        result
            .skipped()
            .orElse(
                "not decided: another clause that this one rests on was not kept, or no answer came");
    return of(
        number, result, OutcomeSymbol.SKIP, SideBySide.plain("", Sanitizer.line(why, LONGEST)));
  }

  private static CaseView of(int number, CaseResult result, OutcomeSymbol mark, SideBySide sides) {
    return new CaseView(
        number, result.id(), Sanitizer.line(result.description()), mark, sides, false);
  }

  /** Whether somebody should look at it. */
  public boolean trouble() {
    return mark.trouble();
  }

  CaseView openIfTrouble() {
    return new CaseView(number, id, description, mark, sides, trouble());
  }
}
