package dev.assay.junit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contract.ContractReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract in which answers are documented by kind, as lists, in several types, or as leads. */
class ForeignContractFilterTest {

  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: { title: Numbers, version: "1" }
      paths:
        /numbers:
          get:
            responses:
              "200":
                description: All of them.
                content:
                  application/json: { schema: { type: array, items: { type: integer } } }
                  text/csv: { schema: { type: string } }
              "404": { description: None. }
              default:
                description: Something is wrong.
                content:
                  application/json:
                    schema: { type: object, required: [problem], properties: { problem: { type: string } } }
        /latest:
          get:
            responses:
              "302": { description: Where they are. }
      """;

  private final ContractFilter filter =
      new ContractFilter(new ContractReader().read("numbers", "numbers.openapi.yaml", CONTRACT));
  private HttpServer server;
  private int status;
  private String type;
  private String body;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals("/latest")) {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void get(String path, int answered, String contentType, String text) {
    status = answered;
    type = contentType;
    body = text;
    given()
        .baseUri("http://127.0.0.1:" + server.getAddress().getPort())
        .filter(filter.strict())
        .get(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | application/json; charset=utf-8 | [1, 2]",
        "200 | text/csv | 1,2",
        "404 | text/html | <p>None</p>",
        "503 | application/json | {\"problem\": \"away\"}",
        "201 | application/json | {\"problem\": \"no success is promised with it\"}"
      })
  void what_is_documented_is_not_blamed(int status, String type, String body) {
    assertThatCode(() -> get("/numbers", status, type, body)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | application/json | [1, \"two\"] | get-numbers/200/body",
        "200 | text/html | <p>1</p> | get-numbers/200/media-type",
        "503 | application/json | {\"error\": \"away\"} | get-numbers/default/body"
      })
  void what_is_documented_otherwise_is(int status, String type, String body, String clause) {
    assertThatThrownBy(() -> get("/numbers", status, type, body))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(clause + " (stated)");
  }

  /** REST Assured follows it, to an answer of which the contract says nothing. */
  @Test
  void an_answer_behind_a_redirect_breaks_no_clause() {
    assertThatThrownBy(() -> get("/latest", 200, "text/html", "<p>1</p>"))
        .hasMessageContaining("status-documented (implied)")
        .hasMessageNotContaining("stated");
  }
}
