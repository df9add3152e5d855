package dev.assay.compare.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.TestEvidence;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ObservationTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

  private static Map<String, String> described(
      String host, String sent, String body, Header... headers) throws IOException {
    Optional<com.fasterxml.jackson.databind.JsonNode> json =
        body.startsWith("{") || body.startsWith("[")
            ? Optional.of(new ObjectMapper().readTree(body))
            : Optional.empty();
    Response response = new Response(200, List.of(headers), body, json, body.length(), "f");
    return observation(host, sent, Optional.of(response), Optional.empty())
        .orElseThrow()
        .described();
  }

  private static Optional<Observation> observation(
      String host, String sent, Optional<Response> response, Optional<Failure> failure) {
    Request request = Request.post(URI.create("http://" + host + "/v1.0/x"), new Body.Text(sent));
    Exchange exchange = new Exchange(request, response, failure, NOW, NOW);
    return Observation.of(
        new CaseResult(
            "a",
            "a/b",
            "says",
            List.of(),
            List.of(),
            Optional.empty(),
            TestEvidence.received(exchange),
            NOW,
            Duration.ZERO));
  }

  @Test
  void an_answer_is_described_place_by_place() throws IOException {
    assertThat(
            described(
                "a.example",
                "{}",
                "{\"error\":\"no such room\",\"code\":7,\"more\":[{\"ok\":true},{\"ok\":null}]}",
                new Header("Content-Type", "application/json")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "status", "200",
                "header content-type", "application/json",
                "body", "an object",
                "body.error", "\"no such room\"",
                "body.code", "7",
                "body.more", "an array",
                "body.more[]", "an object",
                "body.more[].ok", "null | true"));
  }

  @Test
  void ids_times_addresses_and_echoes_are_no_difference() throws IOException {
    Map<String, String> one =
        described(
            "old.example:8080",
            "{\"message_body\":\"Hello there\",\"user\":{\"auth_id\":\"ann\"}}",
            """
            {"message_id": 7, "created_at": "2026-11-20T10:15:30.250Z", "text": "Hello there",
             "file_url": "http://old.example:8080/files/1f.pdf", "note": "to ann at old.example:8080"}
            """,
            new Header("Date", "Fri, 20 Nov 2026 10:15:30 GMT"),
            new Header("X-Request-Id", "17"));
    Map<String, String> other =
        described(
            "new.example",
            "{\"message_body\":\"Hello there\",\"user\":{\"auth_id\":\"ann\"}}",
            """
            {"created_at":"2026-11-21T00:00:01.001Z","message_id":123456789012,"text":"Hello there",
             "file_url":"http://new.example/store/2026/ab.pdf","note":"to ann at new.example"}
            """,
            new Header("x-request-id", "abc"),
            new Header("Server", "other"));
    assertThat(one).isEqualTo(other);
  }

  @Test
  void the_form_of_a_time_is_a_difference() throws IOException {
    assertThat(described("h", "{}", "{\"t\":\"2026-11-20T10:15:30.250Z\"}"))
        .containsEntry("body.t", "\"0000-00-00T00:00:00.000Z\"");
    assertThat(described("h", "{}", "{\"t\":\"2026-11-20T10:15:30+05:30\"}"))
        .containsEntry("body.t", "\"0000-00-00T00:00:00+05:30\"");
    assertThat(described("h", "{}", "{\"t\":\"20261120T101530Z\"}"))
        .containsEntry("body.t", "\"00000000T000000Z\"");
  }

  @Test
  void a_number_is_no_text() throws IOException {
    assertThat(described("h", "{}", "{\"n\":5}")).containsEntry("body.n", "5");
    assertThat(described("h", "{}", "{\"n\":\"5\"}")).containsEntry("body.n", "\"5\"");
    assertThat(described("h", "{}", "{\"user_id\":5}")).containsEntry("body.user_id", "an integer");
    assertThat(described("h", "{}", "{\"user_id\":\"5\"}")).containsEntry("body.user_id", "\"5\"");
  }

  @Test
  void a_media_type_is_the_same_in_any_case() throws IOException {
    assertThat(
            described(
                "h", "{}", "", new Header("content-type", "Application/JSON;charset=\"UTF-8\"")))
        .containsEntry("header content-type", "application/json; charset=utf-8")
        .containsEntry("body", "no body");
  }

  @Test
  @Timeout(60)
  void long_words_are_read_once_however_many_there_are() throws IOException {
    String letters = "a".repeat(60_000);
    for (int i = 0; i < 200; i++) {
      assertThat(described("h", "{}", letters)).containsEntry("body", letters);
    }
    assertThat(TextNormalizer.form("log-1 is no-name, file_2026-x is one, a1 is short"))
        .isEqualTo("* is no-name, * is one, a1 is short");
  }

  @Test
  void a_connection_closed_without_an_answer_is_seen_and_a_time_out_is_not() {
    Failure reset = new Failure(Failure.Kind.RESET, "closed");
    assertThat(
            observation("h", "{}", Optional.empty(), Optional.of(reset)).orElseThrow().described())
        .containsEntry("status", "closed without an answer");
    Failure late = new Failure(Failure.Kind.TIMEOUT, "late");
    assertThat(observation("h", "{}", Optional.empty(), Optional.of(late))).isEmpty();
  }
}
