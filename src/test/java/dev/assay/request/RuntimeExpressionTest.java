package dev.assay.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAPI, Runtime Expressions: what each of them finds in an exchange. */
class RuntimeExpressionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RuntimeExpression.Source source = source();

  private static RuntimeExpression.Source source() {
    String contract =
        """
        openapi: 3.1.0
        info: { title: Notes, version: "1" }
        paths:
          /shelves/{shelf}/notes:
            post: { operationId: addNote, responses: { "201": { description: added } } }
        """;
    String body = "{\"id\":7,\"tags\":[\"a/b\",null],\"a/b\":{\"c~d\":\"deep\"}}";
    Request request =
        Request.post(
                URI.create("http://notes.test/v1/shelves/old%20one/notes"),
                new Body.Text("{\"text\":\"hello\",\"by\":{\"name\":\"anna\"}}"))
            .withQuery("q=x%20y&empty=")
            .with("X-Client", "me");
    Response answer =
        new Response(
            201,
            List.of(new Header("Location", "/v1/notes/7")),
            body,
            Optional.of(read(body)),
            body.length(),
            "");
    return new RuntimeExpression.Source(
        new ContractReader().read("notes", "notes.yaml", contract).operation("add-note"),
        URI.create("http://notes.test/v1"),
        new Exchange(request, Optional.of(answer), Optional.empty(), Instant.now(), Instant.now()));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private Optional<JsonNode> found(String expression) {
    return new RuntimeExpression(JSON.getNodeFactory().textNode(expression)).in(source);
  }

  @ParameterizedTest
  @CsvSource({
    "$url, http://notes.test/v1/shelves/old%20one/notes?q=x%20y&empty=",
    "$method, POST",
    "$statusCode, 201",
    "$request.path.shelf, old one",
    "$request.query.q, x y",
    "$request.header.x-client, me",
    "$request.body#/text, hello",
    "$request.body#/by/name, anna",
    "$response.header.location, /v1/notes/7",
    "$response.body#/id, 7",
    "$response.body#/tags/0, a/b",
    "$response.body#/a~1b/c~0d, deep",
    "a constant, a constant",
    "a {$response.body#/id} in {$request.path.shelf}!, a 7 in old one!",
    "'{no expression}', '{no expression}'",
  })
  void it_finds_its_value(String expression, String value) {
    assertThat(found(expression).map(JsonNode::asText)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$response.body#/gone",
        "$response.body#/tags/1",
        "$response.body#/tags/9",
        "$response.body#id",
        "$response.body.id",
        "$response.header.Gone",
        "$response.query.q",
        "$request.path.gone",
        "$request.query.gone",
        "$request.header.gone",
        "$nothing",
        "a {$response.body#/gone}",
      })
  void what_is_not_there_is_nothing(String expression) {
    assertThat(found(expression)).isEmpty();
  }

  @Test
  void a_whole_body_and_what_is_inside_of_others_can_be_meant() {
    assertThat(found("$response.body").map(body -> body.path("id").asInt())).contains(7);
    assertThat(
            new RuntimeExpression(read("{\"note\":\"$response.body#/id\",\"n\":[1]}")).in(source))
        .contains(read("{\"note\":7,\"n\":[1]}"));
    assertThat(new RuntimeExpression(read("[\"$response.body#/gone\"]")).in(source)).isEmpty();
  }
}
