package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is lenient or strict in a way of its own is told so once, and of nothing else. */
class UnusualServersTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: { title: Notes, version: "1" }
      paths:
        /notes:
          post:
            operationId: add-note
            requestBody:
              required: true
              content:
                application/json:
                  example: { $ref: note.json }
                  schema:
                    type: object
                    required: [text]
                    properties:
                      text: { type: string, pattern: "^[a-z ]+$" }
                      title: { type: string }
                      rank: { type: integer }
                      extra:
                        type: object
                        required: [colour]
                        properties:
                          colour: { type: string, maxLength: 5 }
                          weight: { type: integer }
            responses:
              "201":
                description: Added.
                content:
                  application/json:
                    schema:
                      type: object
                      required: [text]
                      properties: { text: { type: string, pattern: "^[a-z ]+$" } }
              "400": { description: Something is wrong. }
      """;

  @TempDir private Path folder;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Checks a server that refuses such bodies, and answers all others with themselves. */
  private Outcome checked(Predicate<JsonNode> refused) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/notes",
        exchange -> {
          JsonNode body = read(exchange.getRequestBody().readAllBytes());
          received.add(body);
          boolean bad = !exchange.getRequestMethod().equals("POST") || refused.test(body);
          byte[] answer = bad ? new byte[0] : JSON.writeValueAsBytes(body);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(bad ? 400 : 201, bad ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    Files.writeString(folder.resolve("notes.yaml"), CONTRACT);
    Files.writeString(folder.resolve("note.json"), "{ \"text\": \"calm\" }");
    Path target =
        Files.writeString(
            folder.resolve("target.yaml"),
            "services:\n  notes: { contract: notes.yaml, baseUrl: 'http://127.0.0.1:%s' }\n"
                .formatted(server.getAddress().getPort()));
    return Outcome.of(folder.resolve("report"), "--target", target.toString());
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException noJson) {
      return JSON.missingNode();
    }
  }

  /** The cases that ended so, with what was met. */
  private Map<String, String> cases(String outcome) throws IOException {
    Map<String, String> found = new TreeMap<>();
    JSON.readTree(folder.resolve("report/contract.json").toFile())
        .path("cases")
        .forEach(
            each -> {
              if (each.path("outcome").asText().equals(outcome)) {
                found.put(each.path("id").asText(), each.path("actual").asText());
              }
            });
    return found;
  }

  private static boolean isWrong(JsonNode body) {
    JsonNode extra = body.path("extra");
    return !body.isObject()
        || !body.path("text").isTextual()
        || !body.path("text").textValue().matches("[a-z ]+")
        || !isOrAbsent(body.path("title"), JsonNode::isTextual)
        || !isOrAbsent(body.path("rank"), JsonNode::isIntegralNumber)
        || !isOrAbsent(extra, JsonNode::isObject)
        || (extra.isObject()
            && (!extra.path("colour").isTextual()
                || extra.path("colour").asText().length() > 5
                || !isOrAbsent(extra.path("weight"), JsonNode::isIntegralNumber)));
  }

  private static boolean isOrAbsent(JsonNode value, Predicate<JsonNode> right) {
    return value.isMissingNode() || right.test(value);
  }

  @Test
  void a_server_that_keeps_the_contract_is_not_blamed_and_gets_what_the_example_refers_to()
      throws IOException {
    Outcome outcome = checked(UnusualServersTest::isWrong);
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(cases("FAIL")).isEmpty();
    assertThat(cases("WARN")).isEmpty();
    assertThat(received.toString()).contains("\"calm\"").doesNotContain("$ref");
  }

  @Test
  void what_rests_on_a_request_that_is_refused_is_not_asked() throws IOException {
    Outcome outcome = checked(body -> isWrong(body) || body.has("extra"));
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(cases("WARN")).containsOnlyKeys("add-note/request/body-extra-present");
    assertThat(cases("SKIP"))
        .containsKeys(
            "add-note/request/body-extra-weight-fraction",
            "add-note/request/body-extra-colour-length-6")
        .allSatisfy(
            (id, why) ->
                assertThat(why).contains("add-note/request/body-extra-present, which is not"));
  }

  @Test
  void null_for_what_may_be_absent_and_digits_for_a_text_are_warned_of() throws IOException {
    Outcome outcome = checked(body -> isWrong(leniently(body)));
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(cases("FAIL")).isEmpty();
    assertThat(cases("WARN"))
        .containsKeys(
            "add-note/request/body-title-null",
            "add-note/request/body-title-no-text",
            "add-note/request/body-rank-null");
  }

  private static JsonNode leniently(JsonNode body) {
    JsonNode read = body.deepCopy();
    if (read instanceof ObjectNode object) {
      List.of("title", "rank", "extra").stream()
          .filter(name -> object.path(name).isNull())
          .forEach(object::remove);
      if (object.path("title").isNumber()) {
        object.put("title", object.get("title").asText());
      }
    }
    return read;
  }

  @Test
  void what_is_made_of_a_wrong_request_is_no_finding_of_its_own() throws IOException {
    checked(body -> !body.isObject() || !body.path("text").isTextual());
    assertThat(cases("WARN")).containsKey("add-note/request/body-text-no-match");
    assertThat(cases("FAIL")).doesNotContainKey("add-note/201/body/whole-run");
  }

  @Test
  void more_than_ten_findings_of_one_kind_are_counted() throws IOException {
    Outcome outcome = checked(body -> false);
    assertThat(outcome.out())
        .containsPattern(
            "× and \\d+ more like it in add-note: expected: a refusal with a 4xx status; met: status 201");
  }
}
