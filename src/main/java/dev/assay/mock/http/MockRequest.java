package dev.assay.mock.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request, as a value.
 *
 * @param method in capitals
 * @param path as sent, not decoded
 * @param query as sent, without the question mark, empty when there is none
 * @param connection a number of the connection that it came on
 * @param body the whole body, or the first {@link #LONGEST_BODY} + 1 bytes of a longer one
 */
public record MockRequest(
    String method, String path, String query, Headers headers, int connection, Bytes body) {

  /** Bytes; well above both documented file limits. */
  public static final int LONGEST_BODY = 32 * 1024 * 1024;

  /** With another method. */
  public MockRequest as(String otherMethod) {
    return new MockRequest(otherMethod, path, query, headers, connection, body);
  }

  /** To another path. */
  public MockRequest at(String otherPath) {
    return new MockRequest(method, otherPath, query, headers, connection, body);
  }

  /** With one header of that name. */
  public MockRequest with(String header, String value) {
    Map<String, List<String>> changed = new HashMap<>(headers.values());
    changed.put(header, List.of(value));
    return new MockRequest(method, path, query, new Headers(changed), connection, body);
  }

  /** Whether the body is longer than any that would be looked into. */
  public boolean isTooLong() {
    return body.length() > LONGEST_BODY;
  }

  /**
   * The content type, which must be {@code type}, of a body that is not compressed.
   *
   * @throws Refusal 415 otherwise
   */
  public HeaderValue contentType(String type) {
    if (headers.has("content-encoding")) {
      throw new Refusal(415, "compressed bodies are not supported: send no Content-Encoding");
    }
    return headers
        .only("content-type")
        .flatMap(HeaderValue::parse)
        .filter(value -> value.value().equals(type))
        .orElseThrow(() -> new Refusal(415, "the body must be " + type));
  }

  /** The first query parameter of that name. */
  public Optional<String> parameter(String name) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }
}
