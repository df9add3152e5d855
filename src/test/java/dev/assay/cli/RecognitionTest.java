package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service is blamed once it is sure that it is the one, and whatever else is there never is. */
class RecognitionTest {

  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: { title: Things, version: "1" }
      paths:
        /things:
          get:
            operationId: list-things
            responses:
              "200":
                description: All.
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        type: object
                        required: [id]
                        properties: { id: { type: integer }, name: { type: string } }
          post:
            operationId: make-thing
            requestBody:
              required: true
              content:
                application/json:
                  schema: { type: object, properties: { name: { type: string } } }
            responses:
              "201": { description: Made. }
      """;

  @TempDir private Path folder;
  private HttpServer server;

  private record Answer(int status, String body) {}

  private void serve(Function<HttpExchange, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          Answer answer = answers.apply(exchange);
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static boolean isForThings(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().equals("/things");
  }

  private Outcome contract(String text) throws IOException {
    Files.writeString(folder.resolve("things.yaml"), text);
    Path target =
        Files.writeString(
            folder.resolve("target.yaml"),
            "services:\n  things: { contract: things.yaml, baseUrl: 'http://127.0.0.1:%s' }\n"
                .formatted(server.getAddress().getPort()));
    return Outcome.ofCommand(
        "contract", "--target", target.toString(), "--report", folder.resolve("r").toString());
  }

  /** Answers every request for things so, and knows no other path. */
  private Outcome things(int status, String body) throws IOException {
    serve(exchange -> isForThings(exchange) ? new Answer(status, body) : new Answer(404, ""));
    return contract(CONTRACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "204 |",
        "200 |",
        "200 | null",
        "200 | \"a text\"",
        "200 | [{\"name\": \"a\"}]",
        "200 | [{\"id\": 1, \"na",
        "500 | {\"oops\": true}",
        "405 |",
      })
  void whoever_knows_the_documented_path_and_no_other_is_blamed(int status, String body)
      throws IOException {
    Outcome outcome = things(status, body == null ? "" : body);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"204 |", "202 | {}", "206 | {\"up\": true}", "500 |", "405 |"})
  void whoever_answers_all_paths_alike_is_not(int status, String body) throws IOException {
    serve(exchange -> new Answer(status, body == null ? "" : body));
    Outcome outcome = contract(CONTRACT);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.err() + outcome.out()).contains("check services.things.baseUrl");
  }

  /** Makes things, and finds none. */
  private Outcome thingsThatAreNotListed(String contract) throws IOException {
    serve(
        exchange ->
            isForThings(exchange) && exchange.getRequestMethod().equals("POST")
                ? new Answer(201, "")
                : new Answer(404, "{\"detail\": \"Not Found\"}"));
    return contract(contract);
  }

  @Test
  void an_operation_that_is_missing_beside_another_of_its_path_is_blamed() throws IOException {
    Outcome outcome = thingsThatAreNotListed(CONTRACT);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
    assertThat(outcome.out()).contains("list-things");
  }

  @Test
  void it_is_not_where_the_documents_tell_of_nothing_found() throws IOException {
    Outcome outcome =
        thingsThatAreNotListed(
            CONTRACT.replaceFirst(
                "(?m)^( *)responses:\n",
                "$1responses:\n$1  \"404\": { description: None is there. }\n"));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
  }

  @Test
  void it_is_not_where_a_value_may_be_unknown() throws IOException {
    Outcome outcome =
        thingsThatAreNotListed(
            CONTRACT.replaceFirst(
                "(?m)^( *)operationId: list-things\n",
                "$0$1parameters:\n$1  - { name: of, in: query, required: true, schema: { type: string } }\n"));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.out() + outcome.err()).contains("give values that it knows");
  }

  @Test
  void a_documented_refusal_for_the_state_of_a_service_blames_nobody() throws IOException {
    String notNow = "{ description: Made. }\n" + " ".repeat(8) + "'409': { description: Not now. }";
    serve(
        exchange ->
            !isForThings(exchange)
                ? new Answer(404, "")
                : exchange.getRequestMethod().equals("GET")
                    ? new Answer(200, "[]")
                    : new Answer(409, "{\"error\":\"things rest\"}"));
    Outcome outcome = contract(CONTRACT.replace("{ description: Made. }", notNow));
    assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("refuses the documented request with 409")
        .doesNotContain("× the documented request");
  }
}
