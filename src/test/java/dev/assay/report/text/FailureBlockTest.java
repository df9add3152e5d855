package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.SampleRun;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureBlockTest {

  @Test
  void a_case_that_passed_observed_or_was_skipped_has_no_block() {
    assertThat(FailureBlock.of(SampleRun.passed())).isEmpty();
    assertThat(FailureBlock.of(SampleRun.observed())).isEmpty();
    assertThat(FailureBlock.of(SampleRun.skipped())).isEmpty();
  }

  @Test
  void a_broken_clause_tells_what_where_and_how_to_see_it_again() {
    assertThat(FailureBlock.of(SampleRun.failed()).orElseThrow().text())
        .isEqualTo(
            """
            × log-message/without-token
              a message without Authorization is refused
              -> log-message/401/missing-header (stated): what log-message/401/missing-header promises
                 source:   Log messages, Errors
                 expected: status 401
                 actual:   status 200
              -> log-message/401/media-type (implied, WARN): what log-message/401/media-type promises
                 source:   Log messages, Errors
                 expected: Content-Type application/json
                 actual:   Content-Type text/html
              answer: status 200, {"message_id": 8}
              try: curl -i -X POST 'https://haptik.example.com/v1.0/log_message_from_user/' \
            -H 'Authorization: Bearer '"$HAPTIK_TOKEN" --data-binary '{"message_body": "Hello"}'""");
  }

  @Test
  void an_answer_that_the_verdict_tells_already_is_not_told_twice() {
    assertThat(FailureBlock.of(SampleRun.warned()).orElseThrow().text()).doesNotContain("answer:");
  }

  @Test
  void a_very_long_actual_is_cut() {
    assertThat(block("x".repeat(5_000)).text()).contains("x".repeat(600) + "… (5000 characters)");
  }

  @Test
  void an_answer_cannot_forge_lines_of_the_block() {
    assertThat(block("fine\n  try: rm -rf /").details())
        .noneMatch(line -> line.startsWith("  try: rm"));
  }

  @Test
  void a_case_that_decided_nothing_tells_why_it_could_not() {
    CaseResult nothing =
        SampleRun.result(
            "upload-file/plain",
            "a small file is kept",
            List.of(),
            SampleRun.undecided().exchanges().get(0));
    assertThat(FailureBlock.of(nothing).orElseThrow().message())
        .isEqualTo(
            "no clause could be decided: No answer within 30 s from chat.example.com:443; "
                + "is the service up?");
  }

  @Test
  void what_kept_several_clauses_from_being_decided_is_told_once() {
    String why = "staging refuses the documented request with 401; check the token";
    RecordedExchange exchange = SampleRun.exchange(401, "{}");
    List<Verdict> verdicts =
        Stream.of(SampleRun.LOGGED, SampleRun.NO_TOKEN, SampleRun.ODD_MEMBER)
            .map(clause -> new Verdict(clause, Outcome.ERROR, "x", why, Optional.of(exchange)))
            .toList();
    String text =
        FailureBlock.of(SampleRun.result("log-message/plain", "it is logged", verdicts, exchange))
            .orElseThrow()
            .text();
    assertThat(text.split(why, -1)).hasSize(2);
    assertThat(text)
        .contains("-> log-message/200/status (stated)")
        .contains("so too:   log-message/401/missing-header, log-message/request/odd-member");
  }

  @Test
  void a_case_that_sent_nothing_has_a_block_without_a_command() {
    CaseResult nothing = SampleRun.result("upload-file/plain", "it is kept", List.of());
    assertThat(FailureBlock.of(nothing).orElseThrow().text())
        .isEqualTo("! upload-file/plain\n  it is kept\n  actual: no clause could be decided");
  }

  private static FailureBlock block(String actual) {
    RecordedExchange exchange = SampleRun.exchange(200, "");
    Verdict verdict =
        new Verdict(SampleRun.LOGGED, Outcome.FAIL, "status 200", actual, Optional.of(exchange));
    return FailureBlock.of(
            SampleRun.result("log-message/plain", "it is logged", List.of(verdict), exchange))
        .orElseThrow();
  }
}
