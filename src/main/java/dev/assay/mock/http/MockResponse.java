package dev.assay.mock.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request gets, as a value.
 *
 * @param headers all but Content-Length, by name
 */
public record MockResponse(int status, Map<String, String> headers, Bytes body) {

  public MockResponse {
    headers = Map.copyOf(headers);
  }

  public static MockResponse json(int status, ObjectNode object) {
    return new MockResponse(
        status, Map.of("Content-Type", "application/json"), Bytes.utf8(object.toString()));
  }

  public static MockResponse empty(int status) {
    return new MockResponse(status, Map.of(), Bytes.utf8(""));
  }

  public MockResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new MockResponse(status, more, body);
  }
}
