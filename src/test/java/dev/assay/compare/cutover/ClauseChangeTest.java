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
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a clause of a case stands, by what both services did about it. */
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
    "PASS,  ERROR, INCONCLUSIVE",
    "PASS,  moot,  SAME",
    "INFO,  INFO,  SAME",
    "INFO,  WARN,  REGRESSED",
    "FAIL,  PASS,  FIXED",
    "WARN,  INFO,  FIXED",
    "FAIL,  FAIL,  BOTH_WRONG",
    "WARN,  FAIL,  BOTH_WRONG",
    "FAIL,  ERROR, INCONCLUSIVE",
    "FAIL,  moot,  FIXED",
    "ERROR, PASS,  INCONCLUSIVE",
    "ERROR, FAIL,  INCONCLUSIVE",
    "ERROR, ERROR, INCONCLUSIVE",
    "moot,  PASS,  SAME",
    "moot,  FAIL,  REGRESSED",
    "moot,  ERROR, INCONCLUSIVE",
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
  void what_could_not_be_asked_is_explained_by_the_clause_that_was_in_the_way(
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

  private static List<Run> runs(String outcomes) {
    return Stream.of(outcomes.split(" "))
        .map(outcome -> SampleCaseRuns.run(one("a/one", outcome)))
        .toList();
  }

  @ParameterizedTest(name = "old {0}, new {1}: {2}, shown with {3} wrong of {4}")
  @CsvSource({
    "PASS PASS PASS,   PASS PASS PASS,  SAME,        0, 0",
    "PASS moot PASS,   moot PASS PASS,  SAME,        0, 0",
    "PASS ERROR PASS,  PASS PASS ERROR, SAME,        0, 0",
    "PASS PASS PASS,   PASS FAIL PASS,  REGRESSED,   1, 3",
    "PASS PASS PASS,   ERROR ERROR FAIL,REGRESSED,   1, 3",
    "INFO INFO INFO,   INFO WARN WARN,  REGRESSED,   2, 3",
    "PASS FAIL PASS,   PASS PASS PASS,  FIXED,       1, 3",
    "FAIL FAIL FAIL,   moot PASS PASS,  FIXED,       3, 3",
    "PASS FAIL PASS,   FAIL PASS PASS,  BOTH_WRONG,  1, 3",
    "FAIL FAIL FAIL,   ERROR PASS WARN, BOTH_WRONG,  1, 3",
    "ERROR ERROR ERROR,PASS FAIL PASS,  INCONCLUSIVE, 1, 3",
    "PASS PASS PASS,   ERROR moot ERROR,INCONCLUSIVE, 0, 3",
  })
  void what_is_broken_in_one_run_is_broken_and_the_runs_are_counted(
      String before, String after, ClauseChange relation, int wrong, int of) {
    ClauseComparison clause = CutoverRuns.of(runs(before), runs(after)).clauses().get(0);
    assertThat(clause.relation()).contains(relation);
    if (relation == ClauseChange.SAME) {
      assertThat(clause.instances()).isEmpty();
    } else {
      assertThat(clause.instances()).hasSize(1);
      assertThat(clause.instances().get(0).wrong()).isEqualTo(wrong);
      assertThat(clause.instances().get(0).runs()).isEqualTo(of);
    }
  }

  private static CaseResult recorded(int status) {
    return SampleCaseRuns.observed("a/odd", status, "{}");
  }

  private static List<Run> observed(String statuses) {
    return Stream.of(statuses.split(" "))
        .map(status -> SampleCaseRuns.run(recorded(Integer.parseInt(status))))
        .toList();
  }

  @ParameterizedTest(name = "old {0}, new {1}: {2}, {3}")
  @CsvSource({
    "404,     404,     SAME,    go",
    "404 404, 405 405, DIFFERS, review",
    "404 405, 405 404, SAME,    go",
    "404 405, 404 404, SAME,    go",
    "404 405, 400 400, DIFFERS, review",
  })
  void where_the_documents_are_silent_what_both_show_once_is_the_same(
      String before, String after, ClauseChange relation, String word) {
    Cutover cutover = compared(CutoverRuns.of(observed(before), observed(after)));
    assertThat(cutover.clauses().get(2).relation()).contains(relation);
    assertThat(cutover.word()).isEqualTo(word);
  }

  @ParameterizedTest(name = "old {0}, new {1}: open {2}")
  @CsvSource({
    "PASS, PASS,  false",
    "PASS, FAIL,  true",
    "FAIL, PASS,  true",
    "FAIL, FAIL,  true",
    "PASS, ERROR, true",
    "moot, moot,  false",
  })
  void a_case_is_run_again_as_long_as_it_may_be_chance(String before, String after, boolean open) {
    assertThat(CutoverRuns.of(runs(before), runs(after)).open())
        .isEqualTo(open ? Set.of("a/one") : Set.of());
  }

  @Test
  void a_case_that_one_service_was_not_asked_says_nothing_about_its_clauses() {
    Cutover cutover =
        compared(
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two"), one("a/three", "PASS")),
            List.of(one("a/one", "PASS"), one("a/two", "FAIL")));
    assertThat(relation(cutover)).contains(ClauseChange.SAME);
    assertThat(cutover.inconclusive())
        .containsExactly(
            new Inconclusive("a/two", "the old service: no such token", false),
            new Inconclusive("a/three", "could not be asked of the new service", false));
    assertThat(cutover.word()).isEqualTo("go");
  }

  @Test
  void what_both_targets_leave_out_is_not_reported_at_all() {
    Cutover cutover =
        compared(
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two")),
            List.of(one("a/one", "PASS"), SampleCaseRuns.skipped("a/two")));
    assertThat(cutover.inconclusive()).isEmpty();
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
