package dev.assay.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A response as received.
 *
 * @param status the HTTP status code
 * @param headers as received
 * @param text the body decoded as text, cut off at {@link #KEPT_BYTES}
 * @param json the body as one JSON value, if it is one
 * @param unread why the body may be JSON all the same, if it goes beyond what is read
 * @param size the length of the whole body in bytes, after content decoding
 * @param fingerprint of the whole body, to be compared with that of a {@link BodySource}
 */
public record Response(
    int status,
    List<Header> headers,
    String text,
    Optional<JsonNode> json,
    Optional<String> unread,
    long size,
    String fingerprint) {

  /**
   * How much of a body is kept as text and read as JSON; the rest only counts into its fingerprint.
   */
  public static final int KEPT_BYTES = 1 << 18;

  /** How much of a text comparisons keep, in characters. */
  private static final int COMPARED = 1 << 14;

  private static final int LONGEST_SCALAR = 1_000;

  public Response {
    headers = List.copyOf(headers);
  }

  /** One whose body was read to its end. */
  public Response(
      int status,
      List<Header> headers,
      String text,
      Optional<JsonNode> json,
      long size,
      String fingerprint) {
    this(status, headers, text, json, Optional.empty(), size, fingerprint);
  }

  /** Whether the text is only the beginning of the body. */
  public boolean isCut() {
    return size > KEPT_BYTES || text.length() == COMPARED;
  }

  /** This response without what takes much memory: a long text's rest, and what its JSON nests. */
  Response abridged() {
    if (text.length() <= COMPARED) {
      return this;
    }
    return new Response(
        status,
        headers,
        text.substring(0, COMPARED),
        json.flatMap(Response::scalars),
        unread,
        size,
        fingerprint);
  }

  private static Optional<JsonNode> scalars(JsonNode json) {
    ObjectNode scalars = JsonNodeFactory.instance.objectNode();
    json.properties().stream()
        .filter(member -> member.getValue().isValueNode())
        .filter(member -> member.getValue().asText().length() <= LONGEST_SCALAR)
        .forEach(member -> scalars.set(member.getKey(), member.getValue()));
    return json.isObject() ? Optional.of(scalars) : Optional.empty();
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.isNamed(name)).map(Header::value).findFirst();
  }

  /** Whether the status is one of the 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * The JSON object in the body: the body itself, or the only element of an array, so that an array
   * around it hides nothing else.
   */
  public Optional<JsonNode> object() {
    return json.map(node -> node.isArray() && node.size() == 1 ? node.get(0) : node)
        .filter(JsonNode::isObject);
  }

  /** The member of that name, if there is such an object and it has that member. */
  public Optional<JsonNode> member(String name) {
    return object().map(object -> object.get(name));
  }
}
