package dev.assay.mock.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to make another reply out of one. */
public final class ResponseEdits {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ResponseEdits() {}

  public static MockResponse status(MockResponse response, int status) {
    Bytes body = status == 204 ? Bytes.utf8("") : response.body();
    return new MockResponse(status, response.headers(), body);
  }

  public static MockResponse body(MockResponse response, String text) {
    return body(response, text.getBytes(StandardCharsets.UTF_8));
  }

  public static MockResponse body(MockResponse response, byte[] bytes) {
    return new MockResponse(response.status(), response.headers(), Bytes.of(bytes));
  }

  /** The body as other text. */
  public static UnaryOperator<MockResponse> text(UnaryOperator<String> change) {
    return response -> body(response, change.apply(response.body().lenientText()));
  }

  /** A body that is something else altogether. */
  public static UnaryOperator<MockResponse> media(String type, String text) {
    return response -> body(response.with("Content-Type", type), text);
  }

  public static UnaryOperator<MockResponse> without(String header) {
    return response -> {
      Map<String, String> headers = new TreeMap<>(response.headers());
      headers.remove(header);
      return new MockResponse(response.status(), headers, response.body());
    };
  }

  /** The object in the body, changed; a reply without an object stays as it is. */
  public static UnaryOperator<MockResponse> object(Consumer<ObjectNode> change) {
    return response -> {
      Optional<ObjectNode> object = object(response);
      object.ifPresent(change);
      return object.map(changed -> body(response, changed.toString())).orElse(response);
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
