package dev.assay.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request gets, as a value.
 *
 * @param headers all but Content-Length, by name
 */
record Reply(int status, Map<String, String> headers, Bytes body) {

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, ObjectNode object) {
    return new Reply(
        status, Map.of("Content-Type", "application/json"), Bytes.utf8(object.toString()));
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), Bytes.utf8(""));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }
}
