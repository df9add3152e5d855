package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Several schemas as one (JSON Schema Core 2020-12, section 10.2.1.1). */
final class Schemas {

  private static final Set<String> PROSE =
      Set.of("title", "description", "example", "examples", "default", "deprecated", "$comment");

  /** What looks at all of its own schema, so that the schema must stay one of its own. */
  private static final Set<String> WHOLE =
      Set.of(
          "additionalProperties",
          "patternProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "items",
          "prefixItems",
          "if",
          "then",
          "else",
          "contains",
          "minContains",
          "maxContains",
          "$ref");

  private Schemas() {}

  /** Adds what a part of {@code allOf} says; as a part, where it would say something else alone. */
  static void add(ObjectNode whole, JsonNode part) {
    if (isMergeable(whole, part)) {
      part.properties().forEach(keyword -> add(whole, keyword));
    } else if (!part.isBoolean() || !part.booleanValue()) {
      whole.withArray("/allOf").add(part);
    }
  }

  private static boolean isMergeable(ObjectNode whole, JsonNode part) {
    if (!part.isObject()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> keyword : part.properties()) {
      String key = keyword.getKey();
      JsonNode before = whole.path(key);
      boolean closed = WHOLE.contains(key) && !isOpen(keyword) && !whole.isEmpty();
      boolean combined = Set.of("properties", "required", "allOf").contains(key);
      boolean free = before.isMissingNode() || before.equals(keyword.getValue());
      if (closed || (!combined && !free && !isProse(key))) {
        return false;
      }
    }
    return whole.path("additionalProperties").isMissingNode() || !part.has("properties");
  }

  private static boolean isOpen(Map.Entry<String, JsonNode> keyword) {
    return keyword.getValue().isBoolean() && keyword.getValue().booleanValue();
  }

  private static boolean isProse(String key) {
    return PROSE.contains(key) || key.startsWith("x-");
  }

  private static void add(ObjectNode whole, Map.Entry<String, JsonNode> keyword) {
    switch (keyword.getKey()) {
      case "properties" ->
          keyword.getValue().properties().forEach(property -> both(whole, property));
      case "required" -> whole.set("required", both(whole.path("required"), keyword.getValue()));
      case "allOf" -> keyword.getValue().forEach(whole.withArray("/allOf")::add);
      default -> {
        if (!whole.has(keyword.getKey()) || isProse(keyword.getKey())) {
          whole.set(keyword.getKey(), keyword.getValue());
        }
      }
    }
  }

  private static void both(ObjectNode whole, Map.Entry<String, JsonNode> property) {
    ObjectNode properties = whole.withObject("/properties");
    JsonNode before = properties.path(property.getKey());
    if (before instanceof ObjectNode object) {
      add(object, property.getValue());
    } else {
      properties.set(property.getKey(), property.getValue());
    }
  }

  private static ArrayNode both(JsonNode some, JsonNode more) {
    Set<JsonNode> all = new LinkedHashSet<>();
    some.forEach(all::add);
    more.forEach(all::add);
    return JsonNodeFactory.instance.arrayNode().addAll(all);
  }
}
