package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent;
import dev.assay.mock.derived.TextReading;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of values where no JSON tells their types: in parameters, headers and forms. */
final class WrittenForms {

  private WrittenForms() {}

  /** Whether a value is still not allowed when it is written as a text. */
  static boolean isInvalid(JsonNode schema, JsonNode value) {
    String text = value.asText();
    return value.isValueNode()
        && !value.isNull()
        && !text.isBlank()
        && !TextReading.isValid(schema, text);
  }

  /** Whether a body is still not allowed when it is sent in that media type. */
  static boolean isInvalid(MediaContent content, JsonNode value) {
    if (content.isJson()) {
      return true;
    }
    if (!value.isObject() || !content.mediaType().matches(".*(form-data|form-urlencoded)")) {
      return false;
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (!member.getValue().isValueNode() || member.getValue().isNull()) {
        return false;
      }
      texts.put(member.getKey(), member.getValue().asText());
    }
    return !TextReading.isValid(content.schema(), texts);
  }
}
