package dev.assay.compare.cutover;

import static dev.assay.compare.cutover.SampleCaseRuns.SILENT;
import static dev.assay.compare.cutover.SampleCaseRuns.STATED;
import static dev.assay.compare.cutover.SampleCaseRuns.answered;
import static dev.assay.compare.cutover.SampleCaseRuns.compared;
import static dev.assay.compare.cutover.SampleCaseRuns.observed;
import static dev.assay.compare.cutover.SampleCaseRuns.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a changed clause explains is not reported again where the documents are silent. */
class FoldingTest {

  private static final String REFUSED = "{\"error\": \"no\"}";
  private static final String TAKEN = "{\"id\": 7}";

  private static CaseResult stated(Outcome outcome, int status, String json) {
    return answered("a/stated", status, json, List.of(verdict(STATED, outcome, "" + status)));
  }

  private static final List<CaseResult> GOOD =
      List.of(
          stated(Outcome.PASS, 401, REFUSED),
          observed("a/same", 401, REFUSED),
          observed("a/other", 405, REFUSED));

  private static final List<CaseResult> BAD =
      List.of(
          stated(Outcome.FAIL, 200, TAKEN),
          observed("a/same", 200, TAKEN),
          observed("a/other", 501, REFUSED));

  private static ClauseComparison clause(Cutover cutover, dev.assay.contract.Clause clause) {
    return cutover.clauses().stream()
        .filter(each -> each.clause().equals(clause))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_same_change_is_folded_under_the_clause_that_regressed() {
    Cutover cutover = compared(GOOD, BAD);
    assertThat(clause(cutover, STATED).relation()).contains(ClauseChange.REGRESSED);
    assertThat(clause(cutover, STATED).alsoIn()).containsExactly("a/same");
    assertThat(cutover.differences())
        .extracting(Difference::cases)
        .containsExactly(List.of("a/other"));
    assertThat(cutover.conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void the_same_change_is_folded_under_the_clause_that_is_fixed() {
    Cutover cutover = compared(BAD, GOOD);
    assertThat(clause(cutover, STATED).relation()).contains(ClauseChange.FIXED);
    assertThat(clause(cutover, STATED).alsoIn()).containsExactly("a/same");
    assertThat(cutover.differences())
        .extracting(Difference::cases)
        .containsExactly(List.of("a/other"));
    assertThat(cutover.word()).isEqualTo("review");
  }

  @Test
  void a_silent_clause_differs_only_where_a_difference_is_told_of_it() {
    Cutover folded = compared(BAD.subList(0, 2), GOOD.subList(0, 2));
    assertThat(clause(folded, SILENT).relation()).contains(ClauseChange.SAME);
    assertThat(folded.differences()).isEmpty();
    assertThat(folded.word()).isEqualTo("go");
    assertThat(clause(compared(BAD, GOOD), SILENT).relation()).contains(ClauseChange.DIFFERS);
  }

  @Test
  void another_change_is_not_folded() {
    List<CaseResult> from = List.of(BAD.get(0), observed("a/same", 200, TAKEN));
    List<CaseResult> to = List.of(GOOD.get(0), observed("a/same", 401, "{\"error\": \"never\"}"));
    assertThat(compared(from, to).differences()).hasSize(1);
    assertThat(compared(to, from).differences()).hasSize(1);
  }

  @Test
  void a_silent_clause_that_is_mended_in_one_case_and_differs_in_another_tells_both() {
    CaseResult broken =
        answered("a/crash", 500, REFUSED, List.of(verdict(SILENT, Outcome.WARN, "500")));
    CaseResult mended =
        answered("a/crash", 400, REFUSED, List.of(verdict(SILENT, Outcome.INFO, "400")));
    Cutover cutover =
        compared(
            List.of(broken, observed("a/other", 405, REFUSED)),
            List.of(mended, observed("a/other", 501, REFUSED)));
    assertThat(clause(cutover, SILENT).relation()).contains(ClauseChange.FIXED);
    assertThat(cutover.differences()).hasSize(1);
  }

  @Test
  void a_clause_that_nobody_decided_has_no_relation() {
    assertThat(clause(compared(GOOD, GOOD), SampleCaseRuns.ALSO_SILENT).relation())
        .isEqualTo(Optional.empty());
  }
}
