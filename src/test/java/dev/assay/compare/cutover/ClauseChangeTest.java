package dev.assay.compare.cutover;

import static dev.assay.compare.cutover.SampleCaseRuns.AFTERWARDS;
import static dev.assay.compare.cutover.SampleCaseRuns.STATED;
import static dev.assay.compare.cutover.SampleCaseRuns.answered;
import static dev.assay.compare.cutover.SampleCaseRuns.compared;
import static dev.assay.compare.cutover.SampleCaseRuns.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a clause of a case stands, by what both sides did about it. */
class ClauseChangeTest {

  private static Optional<ClauseChange> relation(Cutover cutover) {
    return cutover.clauses().get(0).relation();
  }

  private static List<Verdict> about(String outcome, String other) {
    List<Verdict> verdicts = new ArrayList<>();
    if (!outcome.equals("moot")) {
      verdicts.add(verdict(STATED, Outcome.valueOf(outcome), outcome));
    }
    verdicts.add(verdict(AFTERWARDS, Outcome.valueOf(other), other));
    return verdicts;
  }

  @ParameterizedTest(name = "old {0}, new {1}: {2}")
  @CsvSource({
    "PASS,  PASS,  SAME",
    "PASS,  FAIL,  REGRESSED",
    "PASS,  WARN,  REGRESSED",
    "PASS,  ERROR, CANNOT_TELL",
    "PASS,  moot,  SAME",
    "INFO,  INFO,  SAME",
    "INFO,  WARN,  REGRESSED",
    "FAIL,  PASS,  FIXED",
    "WARN,  INFO,  FIXED",
    "FAIL,  FAIL,  BOTH_WRONG",
    "WARN,  FAIL,  BOTH_WRONG",
    "FAIL,  ERROR, CANNOT_TELL",
    "FAIL,  moot,  FIXED",
    "ERROR, PASS,  CANNOT_TELL",
    "ERROR, FAIL,  CANNOT_TELL",
    "ERROR, ERROR, CANNOT_TELL",
    "moot,  PASS,  SAME",
    "moot,  FAIL,  REGRESSED",
    "moot,  ERROR, CANNOT_TELL",
    "moot,  moot,  ",
  })
  void the_relation_follows_from_what_both_did(String before, String after, ClauseChange relation) {
    Cutover cutover =
        compared(
            List.of(answered("a/one", 200, "{}", about(before, "PASS"))),
            List.of(answered("a/one", 200, "{}", about(after, "PASS"))));
    assertThat(relation(cutover)).isEqualTo(Optional.ofNullable(relation));
  }

  @ParameterizedTest(name = "old {0} beside {1}, new {2} beside {3}: {4}")
  @CsvSource({
    "moot, FAIL, PASS, PASS, ",
    "moot, FAIL, FAIL, PASS, BOTH_WRONG",
    "moot, FAIL, PASS, FAIL, ",
    "PASS, PASS, moot, FAIL, ",
    "FAIL, PASS, moot, FAIL, BOTH_WRONG",
    "moot, FAIL, moot, PASS, ",
  })
  void what_could_not_be_asked_is_told_by_the_clause_that_was_in_the_way(
      String before, String beside, String after, String besideAfter, ClauseChange relation) {
    Cutover cutover =
        compared(
            List.of(answered("a/one", 200, "{}", about(before, beside))),
            List.of(answered("a/one", 200, "{}", about(after, besideAfter))));
    assertThat(relation(cutover)).isEqualTo(Optional.ofNullable(relation));
  }

  @Test
  void the_most_serious_case_makes_the_relation_and_only_such_cases_are_shown() {
    Cutover cutover =
        compared(
            List.of(one("a/one", "PASS"), one("a/two", "FAIL"), one("a/three", "PASS")),
            List.of(one("a/one", "PASS"), one("a/two", "PASS"), one("a/three", "FAIL")));
    assertThat(relation(cutover)).contains(ClauseChange.REGRESSED);
    assertThat(cutover.clauses().get(0).instances())
        .extracting(ClauseInCase::caseId)
        .containsExactly("a/three");
  }

  private static CaseResult one(String id, String outcome) {
    return answered(id, 200, "{}", about(outcome, "PASS"));
  }

  @Test
  void what_is_broken_once_is_broken_and_the_plays_are_counted() {
    CutoverRuns rounds =
        CutoverRuns.of(
            List.of(
                SampleCaseRuns.run(one("a/one", "PASS")),
                SampleCaseRuns.run(one("a/one", "PASS")),
                SampleCaseRuns.run(one("a/one", "PASS"))),
            List.of(
                SampleCaseRuns.run(one("a/one", "PASS")),
                SampleCaseRuns.run(one("a/one", "FAIL")),
                SampleCaseRuns.run(one("a/one", "PASS"))));
    ClauseComparison clause = rounds.clauses().get(0);
    assertThat(clause.relation()).contains(ClauseChange.REGRESSED);
    assertThat(clause.instances().get(0).wrong()).isEqualTo(1);
    assertThat(clause.instances().get(0).plays()).isEqualTo(3);
  }

  @Test
  void a_case_that_one_side_was_not_asked_tells_nothing_about_its_clauses() {
    Cutover cutover =
        compared(
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two"), one("a/three", "PASS")),
            List.of(one("a/one", "PASS"), one("a/two", "FAIL")));
    assertThat(relation(cutover)).contains(ClauseChange.SAME);
    assertThat(cutover.untold())
        .containsExactly(
            new Inconclusive("a/two", "the old service: no such token", false),
            new Inconclusive("a/three", "could not be asked of the new service", false));
    assertThat(cutover.word()).isEqualTo("go");
  }

  @Test
  void what_both_targets_leave_out_is_not_told_at_all() {
    Cutover cutover =
        compared(
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two")),
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two")));
    assertThat(cutover.untold()).isEmpty();
  }

  @ParameterizedTest(name = "old {0}, new {1}: {2}")
  @CsvSource({
    "PASS,  PASS,  YES",
    "FAIL,  PASS,  YES",
    "FAIL,  FAIL,  YES",
    "PASS,  FAIL,  NO",
    "PASS,  ERROR, UNDECIDED",
    "ERROR, FAIL,  UNDECIDED",
  })
  void the_conclusion_follows_from_the_relations(
      String before, String after, Conclusion conclusion) {
    Cutover cutover =
        compared(
            List.of(one("a/plain", "PASS"), one("a/one", before)),
            List.of(one("a/plain", "PASS"), one("a/one", after)));
    assertThat(cutover.conclusion()).isEqualTo(conclusion);
  }
}
