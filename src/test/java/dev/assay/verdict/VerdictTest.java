package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Level;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  private static final Evidence EVIDENCE =
      TestEvidence.received(Exchanges.answer(200, "1"), Exchanges.answer(200, "2"));
  private static final RecordedExchange FIRST = EVIDENCE.recorded().get(0);
  private static final RecordedExchange SECOND = EVIDENCE.recorded().get(1);

  private static Expectation finding(Finding finding) {
    return new Expectation() {
      @Override
      public String describe() {
        return "something";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        return finding;
      }
    };
  }

  private static Optional<Verdict> verdict(Level level, Finding finding) {
    return Verdict.of(Exchanges.clause("op/a", level), finding(finding), EVIDENCE);
  }

  private static Outcome outcome(Level level, Finding finding) {
    return verdict(level, finding).orElseThrow().outcome();
  }

  @ParameterizedTest
  @CsvSource({"STATED, FAIL", "IMPLIED, WARN", "SILENT, WARN"})
  void only_a_broken_stated_clause_fails(Level level, Outcome outcome) {
    assertThat(outcome(level, new Violated("b", 0))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void other_findings_weigh_the_same_at_every_level(Level level) {
    assertThat(outcome(level, new Satisfied("k"))).isEqualTo(Outcome.PASS);
    assertThat(outcome(level, new Observed("o", false, 0))).isEqualTo(Outcome.INFO);
    assertThat(outcome(level, new Observed("o", true, 0))).isEqualTo(Outcome.WARN);
    assertThat(outcome(level, new Inconclusive("u", 0))).isEqualTo(Outcome.ERROR);
    assertThat(verdict(level, new NotApplicable("m"))).isEmpty();
  }

  @Test
  void a_verdict_tells_what_was_expected_and_what_was_met_and_shows_it() {
    Verdict verdict = verdict(Level.STATED, new Violated("the other", 1)).orElseThrow();
    assertThat(verdict.expected()).isEqualTo("something");
    assertThat(verdict.actual()).isEqualTo("the other");
    assertThat(verdict.evidence()).contains(SECOND);
  }

  @Test
  void a_pass_needs_no_exhibit() {
    assertThat(verdict(Level.STATED, new Satisfied("k")).orElseThrow().evidence()).isEmpty();
  }

  @Test
  void an_exhibit_that_is_not_there_is_left_out() {
    assertThat(
            verdict(Level.STATED, new Inconclusive("nothing was sent", 7)).orElseThrow().evidence())
        .isEmpty();
  }

  @Test
  void a_case_has_the_gravest_outcome_of_its_verdicts() {
    Verdict pass = verdict(Level.STATED, new Satisfied("k")).orElseThrow();
    Verdict warn = verdict(Level.IMPLIED, new Violated("b", 1)).orElseThrow();
    CaseResult result = result(List.of(warn, pass), Optional.empty());
    assertThat(result.outcome()).isEqualTo(Outcome.WARN);
    assertThat(result.worst()).contains(warn);
    assertThat(result.exchangeToShow()).contains(SECOND);
    assertThat(result.operation()).isEqualTo("op");
  }

  @Test
  void a_case_that_was_not_run_is_skipped_and_one_whose_questions_were_moot_is_recorded() {
    assertThat(result(List.of(), Optional.of("no key")).outcome()).isEqualTo(Outcome.SKIP);
    assertThat(result(List.of(), Optional.empty()).outcome()).isEqualTo(Outcome.INFO);
    assertThat(result(List.of(), Optional.empty()).exchangeToShow()).contains(FIRST);
  }

  private static CaseResult result(List<Verdict> verdicts, Optional<String> skipped) {
    return new CaseResult(
        "op",
        "op/case",
        "it is so",
        List.of(),
        verdicts,
        skipped,
        EVIDENCE,
        Exchanges.SENT,
        Duration.ZERO);
  }

  @Test
  void outcomes_stand_in_the_order_of_their_gravity() {
    assertThat(Outcome.worst(List.of(Outcome.PASS, Outcome.INFO, Outcome.SKIP)))
        .contains(Outcome.SKIP);
    assertThat(Outcome.worst(List.of(Outcome.WARN, Outcome.ERROR))).contains(Outcome.ERROR);
    assertThat(Outcome.worst(List.of(Outcome.FAIL, Outcome.ERROR))).contains(Outcome.FAIL);
    assertThat(Outcome.worst(List.of())).isEmpty();
  }

  @Test
  void the_place_just_after_the_last_exchange_is_no_exhibit() {
    assertThat(verdict(Level.STATED, new Violated("b", 2)).orElseThrow().evidence()).isEmpty();
  }

  @Test
  void what_was_only_observed_is_shown_too() {
    assertThat(verdict(Level.SILENT, new Observed("o", false, 1)).orElseThrow().evidence())
        .contains(SECOND);
    assertThat(verdict(Level.SILENT, new Inconclusive("u", 1)).orElseThrow().evidence())
        .contains(SECOND);
  }

  @Test
  void a_case_without_verdicts_that_was_not_answered_throughout_is_an_error() {
    CaseResult half =
        new CaseResult(
            "op",
            "op/case",
            "it is so",
            List.of(),
            List.of(),
            Optional.empty(),
            TestEvidence.received(Exchanges.answer(200, "1"), Exchanges.failed(Failure.Kind.RESET)),
            Exchanges.SENT,
            Duration.ZERO);
    assertThat(half.outcome()).isEqualTo(Outcome.ERROR);
  }
}
