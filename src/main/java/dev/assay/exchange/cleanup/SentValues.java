package dev.assay.exchange.cleanup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request said: the single values of its JSON or form, at whatever depth.
 *
 * @param byName the last of each name; of a file its name, and long texts cut
 */
public record SentValues(Map<String, String> byName) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 200;

  static SentValues of(Request request) {
    Map<String, String> values = new TreeMap<>();
    if (request.body() instanceof Body.Multipart form) {
      form.parts().forEach(part -> put(values, part));
    } else if (request.body() instanceof Body.Text text) {
      put(values, text.text());
    }
    return new SentValues(values);
  }

  /** Of a JSON text; of any other there are none. */
  public static SentValues ofJson(String text) {
    Map<String, String> values = new TreeMap<>();
    put(values, text);
    return new SentValues(values);
  }

  private static void put(Map<String, String> values, FormPart part) {
    part.fileName().or(part::text).ifPresent(value -> values.put(part.name(), cut(value)));
  }

  private static void put(Map<String, String> values, String json) {
    try {
      put(values, JSON.readTree(json));
    } catch (JsonProcessingException | StackOverflowError e) {
      // a body that is no JSON says nothing by name
    }
  }

  private static void put(Map<String, String> values, JsonNode node) {
    node.properties().stream()
        .filter(member -> member.getValue().isValueNode())
        .forEach(member -> values.put(member.getKey(), cut(member.getValue().asText())));
    node.forEach(child -> put(values, child));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Whether that value stood in the request, which no new id does. */
  boolean say(String value) {
    return byName.containsValue(value);
  }
}
