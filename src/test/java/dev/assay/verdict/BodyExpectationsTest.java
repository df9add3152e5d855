package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyExpectationsTest {

  private static final URI URL = URI.create("http://127.0.0.1:9/");

  private static Finding found(Expectation expectation, String json) {
    return expectation.examine(List.of(Exchanges.with("m", json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1411200492",
        "5.0",
        "5e3",
        "1E2",
        "9223372036854775808",
        "0.0",
        "1e300"
      })
  void a_whole_number_is_an_integer_however_it_is_written(String json) {
    assertThat(found(BodyExpectations.integer("m"), json)).isInstanceOf(Satisfied.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "1e-3", "\"5\"", "null", "true", "[5]", "{}", "1e999999999"})
  void anything_else_is_no_integer(String json) {
    assertThat(found(BodyExpectations.integer("m"), json)).isInstanceOf(Violated.class);
  }

  @Test
  void a_certain_integer_is_compared_by_value() {
    assertThat(found(BodyExpectations.integer("m", 52), "52")).isInstanceOf(Satisfied.class);
    assertThat(found(BodyExpectations.integer("m", 52), "52.0")).isInstanceOf(Satisfied.class);
    assertThat(found(BodyExpectations.integer("m", 52), "5.2e1")).isInstanceOf(Satisfied.class);
    assertThat(found(BodyExpectations.integer("m", 52), "\"52\""))
        .isEqualTo(new Violated("`m` \"52\"", 0));
    assertThat(found(BodyExpectations.integer("m", 52), "53")).isEqualTo(new Violated("`m` 53", 0));
    assertThat(BodyExpectations.integer("m", 52).describe()).isEqualTo("`m` the integer 52");
  }

  @Test
  void a_text_is_compared_to_the_letter() {
    Expectation text = BodyExpectations.text("m", "File uploaded successfully");
    assertThat(found(text, "\"File uploaded successfully\"")).isInstanceOf(Satisfied.class);
    assertThat(found(text, "\"File uploaded successfully \"")).isInstanceOf(Violated.class);
    assertThat(found(text, "\"file uploaded successfully\"")).isInstanceOf(Violated.class);
    assertThat(found(text, "[\"File uploaded successfully\"]")).isInstanceOf(Violated.class);
    assertThat(found(text, "null")).isInstanceOf(Violated.class);
  }

  @Test
  void an_echo_is_compared_with_what_was_sent() {
    Request json = Request.post(URL, new Body.Text("{\"m\": \"gr\\u00fc\\u00df <b>\"}"));
    Request form =
        Request.post(URL, new Body.Multipart("edge", List.of(FormPart.field("m", "grüß <b>"))));
    for (Request request : List.of(json, form)) {
      assertThat(BodyExpectations.echo("m").examine(List.of(answerTo(request, "\"grüß <b>\""))))
          .isInstanceOf(Satisfied.class);
      assertThat(BodyExpectations.echo("m").examine(List.of(answerTo(request, "\"grüß &lt;b>\""))))
          .isEqualTo(new Violated("`m` \"grüß &lt;b>\" for \"grüß <b>\"", 0));
      assertThat(BodyExpectations.echo("m").examine(List.of(answerTo(request, "null"))))
          .isInstanceOf(Violated.class);
    }
  }

  private static Exchange answerTo(Request request, String json) {
    return Exchanges.answerTo(request, "{\"m\": " + json + "}");
  }

  @Test
  void nothing_sent_is_echoed_as_nothing() {
    Request silent = Request.post(URL, new Body.Text("{}"));
    assertThat(BodyExpectations.echo("m").examine(List.of(answerTo(silent, "\"\""))))
        .isInstanceOf(Satisfied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cdn.example.com/a.pdf",
        "http://127.0.0.1:8080/x",
        "HTTPS://cdn.example.com",
        "https://my_bucket.example.com/a",
        "https://cdn.example.com/a%20b?sig=x#y"
      })
  void an_absolute_web_url_is_one(String url) {
    assertThat(found(BodyExpectations.webUrl("m"), "\"" + url + "\""))
        .isInstanceOf(Satisfied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"/uploads/a.pdf\"",
        "\"//cdn.example.com/a.pdf\"",
        "\"cdn.example.com/a.pdf\"",
        "\"ftp://cdn.example.com/a\"",
        "\"https:\"",
        "\"https:///a\"",
        "\"https://cdn.example.com/a b\"",
        "\"file:///tmp/a\"",
        "null",
        "5",
        "{\"url\": \"https://cdn.example.com/\"}"
      })
  void anything_else_is_no_web_url(String json) {
    assertThat(found(BodyExpectations.webUrl("m"), json)).isInstanceOf(Violated.class);
  }

  @Test
  void members_may_be_more_than_asked_for_but_not_fewer() {
    Expectation both = BodyExpectations.present(List.of("a", "b"));
    assertThat(both.examine(List.of(Exchanges.answer(200, "{\"b\": null, \"c\": 1, \"a\": 2}"))))
        .isInstanceOf(Satisfied.class);
    assertThat(both.examine(List.of(Exchanges.answer(200, "{\"c\": 1, \"B\": 2}"))))
        .isEqualTo(new Violated("without a, b", 0));
  }

  @Test
  void a_missing_member_is_told() {
    assertThat(BodyExpectations.integer("m").examine(List.of(Exchanges.answer(200, "{}"))))
        .isEqualTo(new Violated("no `m`", 0));
  }

  @Test
  void members_are_asked_about_only_in_a_success_with_an_object() {
    for (Exchange exchange :
        List.of(
            Exchanges.answer(204, ""),
            Exchanges.answer(302, "{}"),
            Exchanges.answer(401, "{}"),
            Exchanges.answer(500, "{}"),
            Exchanges.answer(200, "[1]"),
            Exchanges.answer(200, "[]"),
            Exchanges.answer(200, "[{}, {}]"),
            Exchanges.answer(200, ""),
            Exchanges.answer(200, "<html>"))) {
      assertThat(BodyExpectations.integer("m").examine(List.of(exchange)))
          .isInstanceOf(NotApplicable.class);
      assertThat(BodyExpectations.present(List.of("m")).examine(List.of(exchange)))
          .isInstanceOf(NotApplicable.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"201|{\"m\": %s}", "202|{\"m\": %s}", "200|[{\"m\": %s}]", "201|[{\"m\": %s}]"})
  void another_success_or_an_array_around_it_hides_no_fault_of_a_member(int status, String body) {
    assertThat(
            BodyExpectations.integer("m")
                .examine(List.of(Exchanges.answer(status, body.formatted("5")))))
        .isInstanceOf(Satisfied.class);
    assertThat(
            BodyExpectations.integer("m")
                .examine(List.of(Exchanges.answer(status, body.formatted("\"5\"")))))
        .isEqualTo(new Violated("`m` \"5\"", 0));
    Exchange same = Exchanges.answer(status, body.formatted("5"));
    assertThat(BodyExpectations.distinct("m").examine(List.of(same, same)))
        .isInstanceOf(Violated.class);
  }

  @Test
  void an_id_that_the_client_made_up_is_none_of_the_services() {
    Expectation own = BodyExpectations.integerOtherThan("m", 7);
    assertThat(found(own, "8")).isInstanceOf(Satisfied.class);
    for (String other : List.of("7", "7.0", "\"8\"", "null")) {
      assertThat(found(own, other)).as(other).isInstanceOf(Violated.class);
    }
  }

  @Test
  void without_an_answer_nothing_is_decided() {
    assertThat(
            BodyExpectations.integer("m").examine(List.of(Exchanges.failed(Failure.Kind.REFUSED))))
        .isInstanceOf(Inconclusive.class);
  }

  @Test
  void values_that_repeat_are_found_whatever_their_notation() {
    List<Exchange> repeated =
        List.of(Exchanges.with("m", "5"), Exchanges.with("m", "6"), Exchanges.with("m", "5.0"));
    assertThat(BodyExpectations.distinct("m").examine(repeated))
        .isEqualTo(new Violated("`m` 5 in answers 1 and 3", 2));
    assertThat(
            BodyExpectations.distinct("m")
                .examine(List.of(Exchanges.with("m", "\"x\""), Exchanges.with("m", "\"x\""))))
        .isInstanceOf(Violated.class);
  }

  @Test
  void values_that_differ_are_counted() {
    assertThat(
            BodyExpectations.distinct("m")
                .examine(
                    List.of(
                        Exchanges.with("m", "5"),
                        Exchanges.answer(500, "{\"m\": 5}"),
                        Exchanges.failed(Failure.Kind.RESET),
                        Exchanges.with("m", "\"5\""),
                        Exchanges.with("m", "6"))))
        .isEqualTo(new Satisfied("3 different values"));
  }

  @Test
  void null_is_no_value_that_could_repeat() {
    assertThat(
            BodyExpectations.distinct("m")
                .examine(List.of(Exchanges.with("m", "null"), Exchanges.with("m", "null"))))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void fewer_than_two_values_show_nothing() {
    assertThat(BodyExpectations.distinct("m").examine(List.of())).isInstanceOf(NotApplicable.class);
    assertThat(
            BodyExpectations.distinct("m")
                .examine(List.of(Exchanges.with("m", "5"), Exchanges.answer(500, ""))))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void what_is_only_recorded_is_never_unnatural() {
    Expectation recorded = BodyExpectations.recorded("m", node -> "looks like " + node);
    assertThat(found(recorded, "5")).isEqualTo(new Observed("looks like 5", false, 0));
    assertThat(recorded.examine(List.of(Exchanges.answer(200, "{}"))))
        .isEqualTo(new Observed("no `m`", false, 0));
  }

  @Test
  void a_long_value_is_cut_off_in_what_people_read() {
    String actual =
        found(BodyExpectations.integer("m"), TextNode.valueOf("x".repeat(5_000)) + "").actual();
    assertThat(actual).hasSizeLessThan(250).endsWith("…");
    assertThat(BodyExpectations.text("m", "y".repeat(5_000)).describe()).hasSizeLessThan(250);
  }

  @Test
  void a_whole_number_is_found_in_a_number_only() {
    assertThat(BodyExpectations.whole(TextNode.valueOf("5"))).isEqualTo(Optional.empty());
  }

  @Test
  void two_different_values_are_enough_to_be_distinct() {
    List<Exchange> two = List.of(Exchanges.with("m", "1"), Exchanges.with("m", "2"));
    assertThat(BodyExpectations.distinct("m").examine(two)).isInstanceOf(Satisfied.class);
    assertThat(BodyExpectations.distinct("m").examine(two.subList(0, 1)))
        .isInstanceOf(NotApplicable.class);
    assertThat(BodyExpectations.distinct("m").describe()).contains("different `m`");
  }

  @Test
  void a_number_of_400_digits_or_more_is_not_read_as_an_integer() {
    assertThat(found(BodyExpectations.integer("m"), "1.0e399")).isInstanceOf(Satisfied.class);
    assertThat(found(BodyExpectations.integer("m"), "1.0e400")).isInstanceOf(Violated.class);
  }

  @Test
  void a_value_of_200_characters_is_shown_whole_and_a_longer_one_cut() {
    String whole = "\"" + "x".repeat(198) + "\"";
    String longer = "\"" + "x".repeat(199) + "\"";
    assertThat(found(BodyExpectations.integer("m"), whole).actual()).isEqualTo("`m` " + whole);
    assertThat(found(BodyExpectations.integer("m"), longer).actual()).hasSize(205).endsWith("…");
  }

  @Test
  void a_broken_echo_shows_both_texts() {
    Request request = Request.post(URL, new Body.Text("{\"m\": \"Hello\"}"));
    assertThat(BodyExpectations.echo("m").examine(List.of(answerTo(request, "\"hello\""))))
        .isEqualTo(new Violated("`m` \"hello\" for \"Hello\"", 0));
  }
}
