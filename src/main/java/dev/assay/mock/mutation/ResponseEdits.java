package dev.assay.mock.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to make another response out of one. */
public final class ResponseEdits {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ResponseEdits() {}

  /** Two edits, one after the other. */
  public static UnaryOperator<MockResponse> inTurn(
      UnaryOperator<MockResponse> first, UnaryOperator<MockResponse> second) {
    return response -> second.apply(first.apply(response));
  }

  /** Another status; a 204 loses its body. */
  public static UnaryOperator<MockResponse> status(int status) {
    return response -> {
      Bytes body = status == 204 ? Bytes.utf8("") : response.body();
      return new MockResponse(status, response.headers(), body);
    };
  }

  public static UnaryOperator<MockResponse> with(String header, String value) {
    return response -> response.with(header, value);
  }

  public static UnaryOperator<MockResponse> without(String header) {
    return response -> {
      Map<String, String> headers = new TreeMap<>(response.headers());
      headers.remove(header);
      return new MockResponse(response.status(), headers, response.body());
    };
  }

  public static MockResponse body(MockResponse response, Bytes body) {
    return new MockResponse(response.status(), response.headers(), body);
  }

  /** The body as other text. */
  public static UnaryOperator<MockResponse> text(UnaryOperator<String> change) {
    return response -> body(response, Bytes.utf8(change.apply(response.body().lenientText())));
  }

  /** A body that is something else altogether. */
  public static UnaryOperator<MockResponse> media(String type, String text) {
    return inTurn(with("Content-Type", type), text(was -> text));
  }

  /** The object in the body, changed; a response without an object stays as it is. */
  public static UnaryOperator<MockResponse> object(Consumer<ObjectNode> change) {
    return response -> {
      Optional<ObjectNode> object = object(response);
      object.ifPresent(change);
      return object.map(changed -> body(response, Bytes.utf8(changed.toString()))).orElse(response);
    };
  }

  /** A member's value, changed, where the object has that member. */
  public static UnaryOperator<MockResponse> member(String name, UnaryOperator<JsonNode> change) {
    return object(
        object -> {
          if (object.has(name)) {
            object.set(name, change.apply(object.get(name)));
          }
        });
  }

  /** A member's text, changed, where the object has that member. */
  public static UnaryOperator<MockResponse> textMember(String name, UnaryOperator<String> change) {
    return member(name, asText(change));
  }

  /** A change of texts as one of values. */
  public static UnaryOperator<JsonNode> asText(UnaryOperator<String> change) {
    return node -> TextNode.valueOf(change.apply(node.asText()));
  }

  /** A member of that text, whether the object had it or not. */
  public static UnaryOperator<MockResponse> put(String name, String text) {
    return object(object -> object.put(name, text));
  }

  /** The object in the body, if there is one. */
  public static Optional<ObjectNode> object(MockResponse response) {
    try {
      return Optional.of(MAPPER.readTree(response.body().lenientText()))
          .filter(JsonNode::isObject)
          .map(ObjectNode.class::cast);
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }
}
