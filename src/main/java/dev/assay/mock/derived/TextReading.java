package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a stand-in takes texts that have a schema. */
public final class TextReading {

  private TextReading() {}

  /** Whether a text is taken for a value of that schema, be it as a list of one. */
  public static boolean isValid(JsonNode schema, String text) {
    return new SentValue(Optional.of(text), List.of(text), Map.of())
        .as(schema, new SchemaMemory())
        .isPresent();
  }

  /** Whether the fields of a form are taken for an object of that schema. */
  public static boolean isValid(JsonNode schema, Map<String, String> fields) {
    return new SentValue(Optional.empty(), List.of(), fields)
        .as(schema, new SchemaMemory())
        .isPresent();
  }
}
