package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a schema is made of, as one schema to make values of. It may ask for more than the schema
 * does, never for less that matters: what is made is validated.
 *
 * @param root the whole schema, which has the definitions
 */
record SchemaParts(JsonNode root) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<List<String>> HINTS =
      List.of(
          List.of("object", "properties", "required", "minProperties", "patternProperties"),
          List.of("array", "items", "prefixItems", "minItems", "contains"),
          List.of("number", "minimum", "maximum", "multipleOf", "exclusiveMinimum"));

  /** The schema with one alternative of each choice, the first, and all that must hold besides. */
  JsonNode chosen(JsonNode schema) {
    return chosen(schema, 0);
  }

  /** The schema with that alternative of each choice. */
  JsonNode chosen(JsonNode schema, int alternative) {
    JsonNode here = referred(schema);
    if (!(here instanceof ObjectNode object) || !isComposed(object)) {
      return here;
    }
    ObjectNode whole = object.deepCopy();
    whole.remove(List.of("allOf", "oneOf", "anyOf", "if", "then", "else"));
    JsonNode all = whole;
    for (JsonNode part : object.path("allOf")) {
      all = both(all, chosen(part, alternative));
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode choices = object.path(choice);
      if (!choices.isEmpty()) {
        all = both(all, chosen(choices.get(alternative % choices.size()), alternative));
      }
    }
    if (object.has("if")) {
      all = both(both(all, chosen(object.get("if"))), chosen(object.path("then")));
    }
    return all;
  }

  private static boolean isComposed(ObjectNode schema) {
    return List.of("allOf", "oneOf", "anyOf", "if").stream().anyMatch(schema::has);
  }

  private JsonNode referred(JsonNode schema) {
    JsonNode here = schema;
    while (here.path("$ref").asText().startsWith("#/")) {
      here = root.at(here.get("$ref").asText().substring(1));
    }
    return here;
  }

  /** Both of them, as far as one schema can say it. */
  static JsonNode both(JsonNode one, JsonNode other) {
    if (!(one instanceof ObjectNode object)) {
      return other.isObject() ? other : one;
    }
    ObjectNode both = object.deepCopy();
    for (Map.Entry<String, JsonNode> keyword : other.properties()) {
      JsonNode before = both.path(keyword.getKey());
      BiFunction<JsonNode, JsonNode, JsonNode> combining =
          COMBINING.getOrDefault(keyword.getKey(), (a, b) -> b);
      both.set(
          keyword.getKey(),
          before.isMissingNode()
              ? keyword.getValue()
              : combining.apply(before, keyword.getValue()));
    }
    return both;
  }

  private static final Map<String, BiFunction<JsonNode, JsonNode, JsonNode>> COMBINING =
      Map.of(
          "properties",
          SchemaParts::properties,
          "required",
          SchemaParts::union,
          "type",
          SchemaParts::common,
          "enum",
          SchemaParts::common,
          "minimum",
          (a, b) -> a.asDouble() >= b.asDouble() ? a : b,
          "minLength",
          (a, b) -> a.asInt() >= b.asInt() ? a : b,
          "maximum",
          (a, b) -> a.asDouble() <= b.asDouble() ? a : b,
          "maxLength",
          (a, b) -> a.asInt() <= b.asInt() ? a : b);

  private static JsonNode properties(JsonNode some, JsonNode more) {
    ObjectNode all = some.deepCopy();
    more.properties()
        .forEach(
            each ->
                all.set(
                    each.getKey(),
                    all.has(each.getKey())
                        ? both(all.get(each.getKey()), each.getValue())
                        : each.getValue()));
    return all;
  }

  private static JsonNode union(JsonNode some, JsonNode more) {
    Set<JsonNode> all = new LinkedHashSet<>();
    some.forEach(all::add);
    more.forEach(all::add);
    return JSON.arrayNode().addAll(all);
  }

  private static JsonNode common(JsonNode some, JsonNode more) {
    Set<JsonNode> all = listed(some);
    all.retainAll(listed(more));
    return all.isEmpty() ? more : JSON.arrayNode().addAll(all);
  }

  private static Set<JsonNode> listed(JsonNode node) {
    Set<JsonNode> all = new LinkedHashSet<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }

  /** The type of the values that it asks for; null last, and text where nothing tells. */
  static String type(JsonNode schema) {
    JsonNode types = schema.path("type");
    if (types.isTextual()) {
      return types.textValue();
    }
    for (JsonNode type : types) {
      if (!type.asText().equals("null")) {
        return type.asText();
      }
    }
    if (!types.isEmpty()) {
      return "null";
    }
    return HINTS.stream()
        .filter(hint -> hint.stream().skip(1).anyMatch(schema::has))
        .map(hint -> hint.get(0))
        .findFirst()
        .orElse("string");
  }

  /** What a property of that name must be. */
  static JsonNode ofProperty(JsonNode schema, String name) {
    JsonNode named = schema.path("properties").path(name);
    if (!named.isMissingNode()) {
      return named;
    }
    for (Map.Entry<String, JsonNode> pattern : schema.path("patternProperties").properties()) {
      if (TextValues.matches(pattern.getKey(), name)) {
        return pattern.getValue();
      }
    }
    return schema.path("additionalProperties");
  }
}
