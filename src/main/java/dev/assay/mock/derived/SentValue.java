package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value outside JSON, where only its schema tells whether a text is a number, a list or something
 * else: in a parameter, a form or a header.
 *
 * @param text all of it, if it can be one text
 * @param items it as a list
 * @param members it as an object
 */
record SentValue(Optional<String> text, List<String> items, Map<String, String> members) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One that can only be a text, a number or the like. */
  static SentValue of(String text) {
    return new SentValue(Optional.of(text), List.of(), Map.of());
  }

  /** The value of that schema that it can be; none if it can be none. */
  Optional<JsonNode> as(JsonNode schema, SchemaMemory schemas) {
    return readings(schema, schemas).stream()
        .filter(value -> schemas.allows(schema, value))
        .findFirst();
  }

  /** The value that it most likely is, valid or not. */
  JsonNode likely(JsonNode schema, SchemaMemory schemas) {
    List<JsonNode> readings = readings(schema, schemas);
    return as(schema, schemas)
        .orElseGet(() -> readings.isEmpty() ? JSON.nullNode() : readings.get(0));
  }

  private List<JsonNode> readings(JsonNode schema, SchemaMemory schemas) {
    List<JsonNode> readings = new ArrayList<>();
    text.ifPresent(all -> readings.addAll(scalars(all)));
    if (!items.isEmpty()) {
      readings.add(list(items, schema, schemas));
    }
    if (items.equals(List.of(""))) {
      readings.add(JSON.arrayNode());
    }
    if (!members.isEmpty()) {
      readings.add(object(schema, schemas));
    }
    return readings;
  }

  private static List<JsonNode> scalars(String text) {
    List<JsonNode> scalars = new ArrayList<>(List.of(JSON.textNode(text)));
    if (text.matches("-?(0|[1-9]\\d{0,60})(\\.\\d{1,60})?([eE][+-]?\\d{1,3})?")) {
      scalars.add(
          text.matches("-?\\d+")
              ? JSON.numberNode(new BigInteger(text))
              : JSON.numberNode(new BigDecimal(text)));
    }
    if (text.equals("true") || text.equals("false")) {
      scalars.add(JSON.booleanNode(text.equals("true")));
    }
    if (text.isEmpty() || text.equals("null")) {
      scalars.add(JSON.nullNode());
    }
    return scalars;
  }

  private static JsonNode list(List<String> texts, JsonNode schema, SchemaMemory schemas) {
    JsonNode each = Field.withDefinitions(schema.path("items"), schema);
    ArrayNode list = JSON.arrayNode();
    texts.forEach(text -> list.add(of(text).likely(each, schemas)));
    return list;
  }

  /** What a member of that name must be. */
  static JsonNode ofMember(String name, JsonNode schema) {
    JsonNode named = schema.path("properties").path(name);
    return named.isMissingNode() ? schema.path("additionalProperties") : named;
  }

  private JsonNode object(JsonNode schema, SchemaMemory schemas) {
    ObjectNode object = JSON.objectNode();
    members.forEach(
        (name, text) -> {
          JsonNode member = ofMember(name, schema);
          object.set(name, of(text).likely(Field.withDefinitions(member, schema), schemas));
        });
    return object;
  }
}
