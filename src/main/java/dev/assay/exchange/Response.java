package dev.assay.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A response as received, with every credential in it replaced.
 *
 * @param status the HTTP status code
 * @param headers as received
 * @param text the body decoded as text, cut off at {@link Client#KEPT_BYTES}
 * @param json the body as one JSON value, if it is one
 * @param size the length of the whole body in bytes, after content decoding
 * @param fingerprint of the whole body, to be compared with that of a {@link Content}
 */
public record Response(
    int status,
    List<Header> headers,
    String text,
    Optional<JsonNode> json,
    long size,
    String fingerprint) {

  public Response {
    headers = List.copyOf(headers);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.isNamed(name)).map(Header::value).findFirst();
  }

  /** Whether the status is one of the 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The member of that name, if the body is a JSON object that has it. */
  public Optional<JsonNode> member(String name) {
    return json.filter(JsonNode::isObject).map(object -> object.get(name));
  }
}
