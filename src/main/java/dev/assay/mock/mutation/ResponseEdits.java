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

  public static MockResponse status(MockResponse reply, int status) {
    Bytes body = status == 204 ? Bytes.utf8("") : reply.body();
    return new MockResponse(status, reply.headers(), body);
  }

  public static MockResponse body(MockResponse reply, String text) {
    return body(reply, text.getBytes(StandardCharsets.UTF_8));
  }

  public static MockResponse body(MockResponse reply, byte[] bytes) {
    return new MockResponse(reply.status(), reply.headers(), Bytes.of(bytes));
  }

  /** The body as other text. */
  public static UnaryOperator<MockResponse> text(UnaryOperator<String> change) {
    return reply -> body(reply, change.apply(reply.body().lenientText()));
  }

  /** A body that is something else altogether. */
  public static UnaryOperator<MockResponse> media(String type, String text) {
    return reply -> body(reply.with("Content-Type", type), text);
  }

  public static UnaryOperator<MockResponse> without(String header) {
    return reply -> {
      Map<String, String> headers = new TreeMap<>(reply.headers());
      headers.remove(header);
      return new MockResponse(reply.status(), headers, reply.body());
    };
  }

  /** The object in the body, changed; a reply without an object stays as it is. */
  public static UnaryOperator<MockResponse> object(Consumer<ObjectNode> change) {
    return reply -> {
      Optional<ObjectNode> object = object(reply);
      object.ifPresent(change);
      return object.map(changed -> body(reply, changed.toString())).orElse(reply);
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
  public static Optional<ObjectNode> object(MockResponse reply) {
    try {
      return Optional.of(MAPPER.readTree(reply.body().lenientText()))
          .filter(JsonNode::isObject)
          .map(ObjectNode.class::cast);
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }
}
