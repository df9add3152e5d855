package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Clause A = Exchanges.clause("op/a", Level.STATED);
  private static final Clause B = Exchanges.clause("op/b", Level.IMPLIED);

  private static CaseResult decided(String id, Clause clause, Outcome outcome) {
    return new CaseResult(
        "op",
        id,
        "it is so",
        List.of(clause),
        List.of(new Verdict(clause, outcome, "this", "that", Optional.empty())),
        Optional.empty(),
        Evidence.none(),
        Exchanges.SENT,
        Duration.ZERO);
  }

  private static CaseResult skipped(String id, Clause clause) {
    return new CaseResult(
        "op",
        id,
        "it is so",
        List.of(clause),
        List.of(),
        Optional.of("the target file has no such key"),
        Evidence.none(),
        Exchanges.SENT,
        Duration.ZERO);
  }

  private static Run run(List<String> problems, boolean strict, List<CaseResult> cases) {
    return new Run(RunInfo.starting("0", "here"), List.of(A, B), cases, problems, strict);
  }

  private static Run of(boolean strict, Outcome... outcomes) {
    List<CaseResult> cases = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      cases.add(
          outcome == Outcome.SKIP
              ? skipped("op/" + cases.size(), A)
              : decided("op/" + cases.size(), A, outcome));
    }
    return run(List.of(), strict, cases);
  }

  private static Conclusion conclusion(Outcome... outcomes) {
    return of(false, outcomes).conclusion();
  }

  @Test
  void a_run_conforms_if_something_passed_and_nothing_failed() {
    assertThat(conclusion(Outcome.PASS)).isEqualTo(Conclusion.YES);
    assertThat(conclusion(Outcome.PASS, Outcome.INFO, Outcome.SKIP)).isEqualTo(Conclusion.YES);
  }

  @Test
  void a_failure_violates_even_beside_an_error() {
    assertThat(conclusion(Outcome.PASS, Outcome.FAIL)).isEqualTo(Conclusion.NO);
    assertThat(conclusion(Outcome.FAIL, Outcome.ERROR)).isEqualTo(Conclusion.NO);
    assertThat(
            run(List.of("no sign of it"), false, List.of(decided("op/x", A, Outcome.FAIL)))
                .conclusion())
        .isEqualTo(Conclusion.NO);
  }

  @Test
  void an_error_leaves_a_run_undecided() {
    assertThat(conclusion(Outcome.PASS, Outcome.ERROR)).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void a_problem_leaves_a_run_undecided_whatever_passed() {
    Run run = run(List.of("no sign of it"), false, List.of(decided("op/x", A, Outcome.PASS)));
    assertThat(run.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void a_warning_violates_only_if_strict() {
    assertThat(conclusion(Outcome.PASS, Outcome.WARN)).isEqualTo(Conclusion.YES);
    assertThat(of(true, Outcome.PASS, Outcome.WARN).conclusion()).isEqualTo(Conclusion.NO);
    assertThat(of(true, Outcome.PASS, Outcome.INFO).conclusion()).isEqualTo(Conclusion.YES);
  }

  @Test
  void a_run_in_which_nothing_passed_proves_nothing() {
    assertThat(conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(conclusion(Outcome.INFO)).isEqualTo(Conclusion.UNDECIDED);
    assertThat(conclusion(Outcome.SKIP)).isEqualTo(Conclusion.UNDECIDED);
    assertThat(conclusion(Outcome.WARN)).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void a_case_with_a_warning_proves_what_else_it_decided() {
    CaseResult both =
        decided("op/both", A, Outcome.PASS)
            .with(
                List.of(
                    new Verdict(A, Outcome.PASS, "this", "this", Optional.empty()),
                    new Verdict(B, Outcome.WARN, "this", "that", Optional.empty())));
    assertThat(run(List.of(), false, List.of(both)).conclusion()).isEqualTo(Conclusion.YES);
    assertThat(run(List.of(), true, List.of(both)).conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void a_run_that_proves_nothing_says_why() {
    assertThat(of(false, Outcome.WARN).reasons())
        .singleElement()
        .asString()
        .startsWith("no clause was found to hold");
    assertThat(of(false).reasons()).hasSize(1);
    assertThat(of(false, Outcome.PASS).reasons()).isEmpty();
    assertThat(of(false, Outcome.ERROR).reasons()).as("the case says why").isEmpty();
    assertThat(of(false).cutShort().reasons()).as("it is marked as partial").isEmpty();
    assertThat(run(List.of("no sign of it"), false, List.of()).reasons())
        .containsExactly("no sign of it");
  }

  @Test
  void conclusions_have_the_words_and_exit_codes_that_others_rely_on() {
    assertThat(Conclusion.values()).extracting(Conclusion::exitCode).containsExactly(0, 1, 2);
    assertThat(Conclusion.values())
        .extracting(Run::word)
        .containsExactly("conforms", "violates", "undecided");
  }

  @Test
  void every_outcome_is_counted_even_where_there_is_none() {
    assertThat(of(false, Outcome.PASS, Outcome.PASS, Outcome.SKIP).counts())
        .hasSize(Outcome.values().length)
        .containsEntry(Outcome.PASS, 2)
        .containsEntry(Outcome.SKIP, 1)
        .containsEntry(Outcome.FAIL, 0);
  }

  @Test
  void a_clause_both_skipped_and_passed_has_passed() {
    Run run = run(List.of(), false, List.of(skipped("op/x", A), decided("op/y", A, Outcome.PASS)));
    assertThat(run.clauses().get(0))
        .isEqualTo(
            new ClauseResult(A, Optional.of(Outcome.PASS), List.of("op/x", "op/y"), List.of()));
  }

  @Test
  void a_clause_has_the_gravest_outcome_of_its_cases() {
    Run run =
        run(
            List.of(),
            false,
            List.of(decided("op/x", A, Outcome.FAIL), decided("op/y", A, Outcome.PASS)));
    assertThat(run.clauses().get(0).outcome()).contains(Outcome.FAIL);
  }

  @Test
  void a_clause_that_was_only_skipped_is_skipped() {
    assertThat(run(List.of(), false, List.of(skipped("op/x", B))).clauses().get(1).outcome())
        .contains(Outcome.SKIP);
  }

  @Test
  void a_clause_that_no_case_decided_has_no_outcome() {
    Run run = run(List.of(), false, List.of(decided("op/x", A, Outcome.PASS)));
    assertThat(run.clauses().get(1))
        .isEqualTo(new ClauseResult(B, Optional.empty(), List.of(), List.of()));
  }

  @Test
  void a_clause_does_not_pass_while_a_case_of_its_own_could_not_judge_it() {
    CaseResult moot = about(A.id() + "/namesakes", A);
    Run run = run(List.of(), false, List.of(decided("op/x", A, Outcome.PASS), moot));
    assertThat(run.clauses().get(0))
        .isEqualTo(
            new ClauseResult(A, Optional.empty(), List.of("op/x", moot.id()), List.of(moot.id())));
    Run skipping =
        run(
            List.of(),
            false,
            List.of(decided("op/x", A, Outcome.PASS), skipped(A.id() + "/namesakes", A)));
    assertThat(skipping.clauses().get(0).outcome()).contains(Outcome.SKIP);
    assertThat(skipping.clauses().get(0).missing()).hasSize(1);
  }

  @Test
  void what_is_broken_is_broken_whatever_else_could_not_be_judged() {
    CaseResult moot = about(A.id() + "/namesakes", A);
    for (Outcome outcome : List.of(Outcome.FAIL, Outcome.WARN, Outcome.ERROR, Outcome.KNOWN)) {
      Run run = run(List.of(), false, List.of(decided("op/x", A, outcome), moot));
      assertThat(run.clauses().get(0).outcome()).contains(outcome);
    }
  }

  @Test
  void a_case_that_knows_of_a_clause_by_the_way_need_not_judge_it() {
    Run run =
        run(List.of(), false, List.of(decided("op/x", A, Outcome.PASS), about("op/other", A)));
    assertThat(run.clauses().get(0).outcome()).contains(Outcome.PASS);
    assertThat(run.clauses().get(0).missing()).isEmpty();
  }

  /** Played, and moot. */
  private static CaseResult about(String id, Clause clause) {
    return new CaseResult(
        "op",
        id,
        "it is so",
        List.of(clause),
        List.of(),
        Optional.empty(),
        Evidence.none(),
        Exchanges.SENT,
        Duration.ZERO);
  }

  @Test
  void a_case_about_two_clauses_tells_each_only_its_own_outcome() {
    CaseResult both =
        new CaseResult(
            "op",
            "op/both",
            "it is so",
            List.of(A, B),
            List.of(
                new Verdict(A, Outcome.FAIL, "this", "that", Optional.empty()),
                new Verdict(B, Outcome.PASS, "this", "this", Optional.empty())),
            Optional.empty(),
            Evidence.none(),
            Exchanges.SENT,
            Duration.ZERO);
    assertThat(run(List.of(), false, List.of(both)).clauses())
        .extracting(result -> result.outcome().orElseThrow())
        .containsExactly(Outcome.FAIL, Outcome.PASS);
  }
}
