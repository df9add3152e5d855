package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A place inside a whole schema, where it can be another.
 *
 * @param name what is there, for people; empty at the top
 * @param schema what is said of it
 * @param whole the schema that it is in
 * @param instead the whole, with another schema at this place
 * @param shown the same, narrowed so that every value of it has something at this place
 */
record SchemaPlace(
    String name,
    ObjectNode schema,
    JsonNode whole,
    UnaryOperator<JsonNode> instead,
    UnaryOperator<JsonNode> shown) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 4;
  private static final int MOST = 60;

  /** Every place in a schema, those outside first; of a very large one, not all. */
  static List<SchemaPlace> in(JsonNode whole) {
    List<SchemaPlace> places = new ArrayList<>();
    if (whole instanceof ObjectNode object && !object.isEmpty()) {
      new SchemaPlace("", object, whole, other -> other, other -> other).collect(places, 0);
    }
    return List.copyOf(places);
  }

  private void collect(List<SchemaPlace> places, int depth) {
    if (places.size() >= MOST) {
      return;
    }
    places.add(this);
    if (depth == DEEPEST) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue() instanceof ObjectNode inner) {
        property(property.getKey(), inner).collect(places, depth + 1);
      }
    }
    if (schema.path("items") instanceof ObjectNode items && schema.path("maxItems").asInt(1) > 0) {
      item(items).collect(places, depth + 1);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      for (int i = 0; i < schema.path(choice).size(); i++) {
        if (schema.path(choice).get(i) instanceof ObjectNode part) {
          part(choice, i, part).collect(places, depth + 1);
        }
      }
    }
  }

  /** Its schema by itself, which can be applied to a value. */
  JsonNode alone() {
    return Field.withDefinitions(schema, whole);
  }

  /** The place of a value in it by that name. */
  private SchemaPlace property(String property, ObjectNode inner) {
    UnaryOperator<JsonNode> with = other -> with(schema, property, other);
    return new SchemaPlace(
        name.isEmpty() ? property : name + "." + property,
        inner,
        whole,
        other -> instead.apply(with.apply(other)),
        other -> shown.apply(requiring(with.apply(other), property)));
  }

  private SchemaPlace item(ObjectNode items) {
    UnaryOperator<JsonNode> with = other -> copy().set("items", other);
    return new SchemaPlace(
        name + "[]",
        items,
        whole,
        other -> instead.apply(with.apply(other)),
        other ->
            shown.apply(
                ((ObjectNode) with.apply(other))
                    .put("minItems", Math.max(1, schema.path("minItems").asInt(1)))));
  }

  private SchemaPlace part(String choice, int index, ObjectNode part) {
    return new SchemaPlace(
        choice.equals("allOf") ? name : "%s(%s)".formatted(name, index + 1),
        part,
        whole,
        other -> instead.apply(replaced(choice, index, other)),
        other ->
            shown.apply(
                choice.equals("allOf") ? replaced(choice, index, other) : only(choice, other)));
  }

  private JsonNode replaced(String choice, int index, JsonNode other) {
    ObjectNode copy = copy();
    ((ArrayNode) copy.get(choice)).set(index, other);
    return copy;
  }

  /** Of the alternatives only that one. */
  private JsonNode only(String choice, JsonNode other) {
    ObjectNode copy = copy();
    copy.remove(choice);
    copy.withArray("/allOf").add(other);
    return copy;
  }

  /** Its schema, to be changed. */
  ObjectNode copy() {
    return schema.deepCopy();
  }

  /** Its schema without those keywords. */
  ObjectNode without(String... keywords) {
    ObjectNode copy = copy();
    copy.remove(List.of(keywords));
    return copy;
  }

  static JsonNode with(ObjectNode schema, String property, JsonNode other) {
    ObjectNode copy = schema.deepCopy();
    copy.withObject("/properties").set(property, other);
    return copy;
  }

  /** An object of that schema, which has that property. */
  static JsonNode requiring(JsonNode schema, String property) {
    ObjectNode copy = schema.deepCopy();
    ArrayNode required = copy.withArray("/required");
    for (JsonNode name : required) {
      if (name.asText().equals(property)) {
        return copy;
      }
    }
    required.add(property);
    return copy;
  }

  /** An object of that schema, which may lack that property. */
  static ObjectNode notRequiring(ObjectNode schema, String property) {
    ObjectNode copy = schema.deepCopy();
    ArrayNode required = JSON.arrayNode();
    copy.path("required")
        .forEach(
            name -> {
              if (!name.asText().equals(property)) {
                required.add(name);
              }
            });
    copy.set("required", required);
    return copy;
  }

  /** A schema of that value only. */
  static ObjectNode only(JsonNode value) {
    return JSON.objectNode().set("const", value);
  }
}
