package dev.assay.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Level;
import dev.assay.contract.Source;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exchanges as they could have been, for tests of what is made of them. */
final class Exchanges {

  /** When they begin, unless told otherwise; each takes a second. */
  static final Instant SENT = Instant.parse("2018-10-04T12:41:27Z");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Request REQUEST =
      Request.post(
          URI.create("http://127.0.0.1:9/"), new Body.Text("{\"message_body\": \"Hello\"}"));

  private Exchanges() {}

  static Exchange answer(int status, String body) {
    return answer(status, body, new Header("Content-Type", "application/json"));
  }

  static Exchange answer(int status, String body, Header... headers) {
    return answered(REQUEST, status, body, SENT, List.of(headers));
  }

  /** A 200 answer with that member, whose value is written as JSON. */
  static Exchange with(String name, String json) {
    return answer(200, "{\"" + name + "\": " + json + "}");
  }

  static Exchange answerTo(Request request, String body) {
    return answered(request, 200, body, SENT, List.of());
  }

  static Exchange at(Instant sentAt, String body) {
    return answered(REQUEST, 200, body, sentAt, List.of());
  }

  static Exchange failed(Failure.Kind kind) {
    return new Exchange(
        REQUEST,
        Optional.empty(),
        Optional.of(new Failure(kind, "no answer: " + kind)),
        SENT,
        SENT.plusSeconds(1));
  }

  private static Exchange answered(
      Request request, int status, String body, Instant sentAt, List<Header> headers) {
    Response response = new Response(status, headers, body, json(body), body.length(), "");
    return new Exchange(
        request,
        Optional.of(response),
        Optional.empty(),
        sentAt,
        sentAt.plus(Duration.ofSeconds(1)));
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static Clause clause(String id, Level level) {
    return new Clause(
        ClauseId.of(id),
        level,
        "It is so.",
        new Source("A page", "A heading"),
        Optional.empty(),
        Optional.empty());
  }
}
