package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseExpectationsTest {

  private static final String WRONG_TOKEN = "invalid authorization details";

  private static Finding found(Expectation expectation, Exchange exchange) {
    return expectation.examine(List.of(exchange));
  }

  @Test
  void a_status_is_that_one_and_no_other() {
    assertThat(found(ResponseExpectations.status(200), Exchanges.answer(200, "{}")))
        .isEqualTo(new Satisfied("status 200"));
    assertThat(found(ResponseExpectations.status(200), Exchanges.answer(201, "{\"a\": 1}")))
        .isEqualTo(new Violated("status 201, {\"a\": 1}", 0));
    assertThat(found(ResponseExpectations.status(200), Exchanges.answer(500, " ")))
        .isEqualTo(new Violated("status 500, no body", 0));
    assertThat(ResponseExpectations.status(200).describe()).isEqualTo("status 200");
  }

  @Test
  void a_long_body_is_cut_off_in_what_people_read() {
    assertThat(
            found(ResponseExpectations.status(200), Exchanges.answer(500, "x".repeat(9_000)))
                .actual())
        .hasSizeLessThan(200)
        .endsWith("…");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Satisfied, Violated",
    "201, Satisfied, Violated",
    "204, Satisfied, Violated",
    "400, Violated, Satisfied",
    "413, Violated, Satisfied",
    "499, Violated, Satisfied",
    "303, Violated, NotApplicable",
    "500, Violated, NotApplicable",
    "501, Violated, NotApplicable",
    "503, Violated, NotApplicable",
    "599, Violated, NotApplicable"
  })
  void only_a_4xx_refuses_and_only_a_2xx_accepts(int status, String accepted, String refused) {
    Exchange exchange = Exchanges.answer(status, "{}");
    assertThat(found(ResponseExpectations.accepted(), exchange).getClass().getSimpleName())
        .isEqualTo(accepted);
    assertThat(found(ResponseExpectations.refused(), exchange).getClass().getSimpleName())
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void a_refusal_in_anothers_place_shows_its_other_faults_too(int status) {
    String right = "{\"error_message\": \"" + WRONG_TOKEN + "\"}";
    for (Expectation expectation :
        List.of(
            ResponseExpectations.errorObject(401, "error_message"),
            ResponseExpectations.errorText(401, "error_message", WRONG_TOKEN))) {
      assertThat(found(expectation, Exchanges.answer(status, right))).isInstanceOf(Satisfied.class);
      assertThat(found(expectation, Exchanges.answer(status, "{\"detail\": []}")))
          .isInstanceOf(Violated.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 500, 503})
  void what_is_no_refusal_has_no_error_object_to_show(int status) {
    String right = "{\"error_message\": \"" + WRONG_TOKEN + "\"}";
    assertThat(
            found(
                ResponseExpectations.errorObject(401, "error_message"),
                Exchanges.answer(status, right)))
        .isInstanceOf(NotApplicable.class);
    assertThat(
            found(
                ResponseExpectations.errorText(401, "error_message", WRONG_TOKEN),
                Exchanges.answer(status, right)))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void an_array_around_an_error_object_is_one_fault() {
    Exchange exchange = Exchanges.answer(401, "[{\"error_message\": \"" + WRONG_TOKEN + "\"}]");
    assertThat(found(ResponseExpectations.errorObject(401, "error_message"), exchange))
        .isInstanceOf(Violated.class);
    assertThat(found(ResponseExpectations.errorText(401, "error_message", WRONG_TOKEN), exchange))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_success_with_the_documented_members_is_unnatural_where_nothing_was_to_happen() {
    Expectation expectation = ResponseExpectations.anythingWithout(List.of("a", "b"));
    assertThat(found(expectation, Exchanges.answer(201, "{\"a\": 1, \"b\": 2}")))
        .isEqualTo(new Observed("status 201, {\"a\": 1, \"b\": 2}", true, 0));
    for (String other : List.of("{\"a\": 1}", "", "<html>")) {
      assertThat(found(expectation, Exchanges.answer(200, other)))
          .isInstanceOfSatisfying(Observed.class, it -> assertThat(it.unnatural()).isFalse());
    }
    assertThat(found(expectation, Exchanges.answer(405, "{\"a\": 1, \"b\": 2}")))
        .isInstanceOfSatisfying(Observed.class, it -> assertThat(it.unnatural()).isFalse());
    assertThat(found(expectation, Exchanges.answer(500, "")))
        .isInstanceOfSatisfying(Observed.class, it -> assertThat(it.unnatural()).isTrue());
  }

  @Test
  void a_json_object_is_no_other_json() {
    Expectation object = ResponseExpectations.jsonObject();
    assertThat(found(object, Exchanges.answer(200, "{}"))).isInstanceOf(Satisfied.class);
    for (String other : List.of("[{}]", "\"{}\"", "null", "5", "", "{", "<html>")) {
      assertThat(found(object, Exchanges.answer(200, other)))
          .as(other)
          .isInstanceOf(Violated.class);
    }
    for (int status : List.of(204, 205, 302, 404, 500)) {
      assertThat(found(object, Exchanges.answer(status, ""))).isInstanceOf(NotApplicable.class);
    }
    assertThat(found(object, Exchanges.answer(201, "{}"))).isInstanceOf(Satisfied.class);
    assertThat(found(object, Exchanges.answer(201, "<html>"))).isInstanceOf(Violated.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=UTF-8",
        "application/json ; charset=utf-8",
        "application/problem+json",
        "text/json"
      })
  void a_json_media_type_is_one_with_whatever_parameters(String type) {
    assertThat(
            found(
                ResponseExpectations.jsonMediaType(),
                Exchanges.answer(200, "{}", new Header("content-type", type))))
        .isEqualTo(new Satisfied(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "text/plain; a=application/json", "application/jsonp", "json"})
  void another_media_type_is_none(String type) {
    assertThat(
            found(
                ResponseExpectations.jsonMediaType(),
                Exchanges.answer(200, "{}", new Header("Content-Type", type))))
        .isEqualTo(new Violated("Content-Type " + type, 0));
  }

  @Test
  void no_media_type_is_none_either() {
    assertThat(
            found(
                ResponseExpectations.jsonMediaType(),
                Exchanges.answer(200, "{}", new Header("X", "y"))))
        .isEqualTo(new Violated("no Content-Type", 0));
    assertThat(
            found(
                ResponseExpectations.jsonMediaType(),
                Exchanges.answer(404, "{}", new Header("X", "y"))))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void an_error_object_has_its_member_as_a_string() {
    Expectation error = ResponseExpectations.errorObject(401, "error_message");
    assertThat(found(error, Exchanges.answer(401, "{\"error_message\": \"\", \"a\": 1}")))
        .isInstanceOf(Satisfied.class);
    for (String other :
        List.of(
            "{\"error\": \"x\"}",
            "{\"error_message\": null}",
            "{\"error_message\": {}}",
            "{\"Error_Message\": \"x\"}",
            "[\"error_message\"]",
            "x",
            "")) {
      assertThat(found(error, Exchanges.answer(401, other))).as(other).isInstanceOf(Violated.class);
    }
  }

  @Test
  void an_error_text_is_compared_to_the_letter() {
    Expectation text = ResponseExpectations.errorText(401, "error_message", WRONG_TOKEN);
    assertThat(found(text, error(401, WRONG_TOKEN))).isInstanceOf(Satisfied.class);
    assertThat(found(text, error(401, WRONG_TOKEN + "."))).isInstanceOf(Violated.class);
    assertThat(found(text, error(401, "Invalid authorization details")))
        .isInstanceOf(Violated.class);
    assertThat(text.describe()).isEqualTo("{\"error_message\": \"" + WRONG_TOKEN + "\"}");
  }

  private static Exchange error(int status, String text) {
    return Exchanges.answer(status, "{\"error_message\": \"" + text + "\"}");
  }

  @Test
  void one_of_several_error_texts_is_enough() {
    Expectation texts =
        ResponseExpectations.errorTextOneOf(401, "error_message", List.of("one", "two"));
    assertThat(found(texts, error(401, "two"))).isInstanceOf(Satisfied.class);
    assertThat(found(texts, error(401, "three"))).isInstanceOf(Violated.class);
    assertThat(texts.describe()).isEqualTo("{\"error_message\": \"one\" or \"two\"}");
  }

  @Test
  void the_beginning_of_an_error_text_is_enough_where_its_end_is_open() {
    Expectation starts =
        ResponseExpectations.errorTextStarts(500, "error_message", "File upload failed");
    assertThat(found(starts, error(500, "File upload failed"))).isInstanceOf(Satisfied.class);
    assertThat(found(starts, error(500, "File upload failed: no disk")))
        .isInstanceOf(Satisfied.class);
    assertThat(found(starts, error(500, "The File upload failed"))).isInstanceOf(Violated.class);
  }

  @ParameterizedTest
  @CsvSource({
    "200, false, false",
    "200, true, true",
    "204, true, true",
    "302, true, false",
    "404, true, false",
    "500, false, true",
    "503, true, true",
    "501, false, false"
  })
  void where_the_documents_are_silent_only_some_answers_are_unnatural(
      int status, boolean acceptanceUnnatural, boolean unnatural) {
    Exchange exchange = Exchanges.answer(status, "{}");
    assertThat(found(ResponseExpectations.anything(acceptanceUnnatural), exchange))
        .isEqualTo(new Observed("status " + status + ", {}", unnatural, 0));
  }

  @Test
  void a_closed_connection_is_an_answer_of_sorts() {
    assertThat(found(ResponseExpectations.anything(true), Exchanges.failed(Failure.Kind.RESET)))
        .isEqualTo(new Observed("the connection was closed without an answer", false, 0));
  }

  @ParameterizedTest
  @EnumSource(value = Failure.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "RESET")
  void any_other_failure_decides_nothing(Failure.Kind kind) {
    assertThat(found(ResponseExpectations.anything(true), Exchanges.failed(kind)))
        .isEqualTo(new Inconclusive("no answer: " + kind, 0));
  }

  @Test
  void of_several_silent_exchanges_the_last_one_counts() {
    assertThat(
            ResponseExpectations.anything(false)
                .examine(List.of(Exchanges.answer(500, "a"), Exchanges.answer(200, "b"))))
        .isEqualTo(new Observed("status 200, b", false, 1));
  }

  @Test
  void nothing_sent_decides_nothing() {
    assertThat(ResponseExpectations.anything(true).examine(List.of()))
        .isInstanceOf(Inconclusive.class);
    assertThat(ResponseExpectations.status(200).examine(List.of()))
        .isInstanceOf(Inconclusive.class);
  }

  @Test
  void headers_are_recorded_by_name() {
    assertThat(
            found(
                ResponseExpectations.headersRecorded(List.of("Cache-Control", "WWW-Authenticate")),
                Exchanges.answer(401, "", new Header("cache-control", "no-store"))))
        .isEqualTo(new Observed("Cache-Control: no-store, WWW-Authenticate: (none)", false, 0));
  }

  @Test
  void a_body_of_160_characters_is_told_whole_and_a_longer_one_cut() {
    String whole = "y".repeat(160);
    assertThat(ResponseExpectations.inBrief(Exchanges.answer(500, whole).response().orElseThrow()))
        .isEqualTo("status 500, " + whole);
    assertThat(
            ResponseExpectations.inBrief(
                Exchanges.answer(500, whole + "y").response().orElseThrow()))
        .isEqualTo("status 500, " + whole + "…");
  }

  @Test
  void what_no_document_says_is_told_in_words_that_fit_the_question() {
    assertThat(ResponseExpectations.anything(true).describe())
        .contains("a refusal would be natural");
    assertThat(ResponseExpectations.anything(false).describe()).contains("anything but a 5xx");
  }
}
