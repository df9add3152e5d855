package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
import dev.assay.contract.MediaContent.Example;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.request.SchemaValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Makes documented answers: what the contract shows, if that is valid, and else what its schemas
 * allow.
 *
 * @param values makes up what is not shown
 */
record AnswerMaker(SchemaMemory schemas, SchemaValues values) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** An answer of that status in the media type that the request asks for. */
  MockResponse answer(
      DocumentedResponse documented,
      int status,
      MockRequest request,
      UnaryOperator<JsonNode> change) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    documented.links().stream()
        .flatMap(link -> link.headers().stream())
        .forEach(name -> headers.put(name, "1"));
    documented.headers().forEach(header -> headers.put(header.name(), header(header)));
    if (documented.contents().isEmpty() || status == 204 || status == 304) {
      return new MockResponse(status, headers, Bytes.utf8(""));
    }
    MediaContent content = AcceptedTypes.of(request).best(documented.contents());
    AnswerText text = new AnswerText(content, change.apply(value(content)));
    headers.put("Content-Type", text.mediaType());
    return new MockResponse(status, headers, text.body());
  }

  private String header(Field header) {
    return AnswerText.header(
        values.valid(header.schema(), header.name()).orElseGet(() -> JSON.textNode("1")));
  }

  private JsonNode value(MediaContent content) {
    return content.examples().stream()
        .map(Example::value)
        .filter(example -> schemas.allows(content.schema(), example))
        .findFirst()
        .or(() -> values.valid(content.schema(), "answer"))
        .map(JsonNode::deepCopy)
        .map(JsonNode.class::cast)
        .orElseGet(JSON::objectNode);
  }

  /**
   * A documented refusal.
   *
   * @param text what its error says, if the contract tells
   */
  MockResponse refusal(
      DocumentedResponse documented, int status, MockRequest request, Optional<String> text) {
    return answer(
        documented,
        status,
        request,
        value -> text.map(said -> saying(documented, value, said)).orElse(value));
  }

  private static JsonNode saying(DocumentedResponse documented, JsonNode value, String text) {
    Optional<String> member = documented.errorMember();
    return member.isPresent() && value instanceof ObjectNode object
        ? object.put(member.get(), text)
        : value;
  }

  /** A refusal that no document describes. */
  static MockResponse plain(int status, String text) {
    return new MockResponse(
        status, Map.of("Content-Type", "text/plain; charset=utf-8"), Bytes.utf8(text + "\n"));
  }

  /** The first documented status of those; one of a range or of all others counts for the first. */
  static Optional<DocumentedResponse> documented(
      List<DocumentedResponse> responses, List<Integer> statuses) {
    return statuses.stream()
        .flatMap(
            status ->
                responses.stream()
                    .filter(DocumentedResponse::isExact)
                    .filter(response -> response.covers(status)))
        .findFirst()
        .or(
            () ->
                responses.stream()
                    .filter(response -> response.covers(statuses.get(0)))
                    .findFirst());
  }
}
