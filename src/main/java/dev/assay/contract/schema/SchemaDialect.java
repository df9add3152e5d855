package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.schema.SchemaReader.Direction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What OpenAPI says otherwise than JSON Schema 2020-12 does.
 *
 * @param old whether it is OpenAPI 3.0, which has {@code nullable} and boolean exclusive bounds
 * @param direction for whom the schema is (OpenAPI 3.0.3, Schema Object, readOnly and writeOnly)
 */
record SchemaDialect(boolean old, Direction direction) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The bounds of the OpenAPI Format Registry's whole numbers, by their bits. */
  private static final Map<String, List<BigInteger>> BOUNDS =
      Map.of(
          "int8", signed(8),
          "int16", signed(16),
          "int32", signed(32),
          "int64", signed(64),
          "uint8", unsigned(8),
          "uint16", unsigned(16),
          "uint32", unsigned(32),
          "uint64", unsigned(64));

  private static List<BigInteger> signed(int bits) {
    BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
    return List.of(half.negate(), half.subtract(BigInteger.ONE));
  }

  private static List<BigInteger> unsigned(int bits) {
    return List.of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  /** The same schema as JSON Schema 2020-12 says it; those inside it are so already. */
  ObjectNode translated(ObjectNode schema) {
    bounds(schema);
    foreignPatterns(schema);
    otherDirection(schema);
    return old ? modern(schema) : schema;
  }

  /**
   * What Java cannot read as a regular expression is held against nobody, and what its names might
   * be are not held to be others.
   */
  private static void foreignPatterns(ObjectNode schema) {
    if (schema.path("pattern").isTextual()
        && SchemaRules.isForeign(schema.get("pattern").textValue())) {
      schema.remove("pattern");
    }
    List<String> names = new ArrayList<>();
    schema.path("patternProperties").fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> !SchemaRules.isForeign(name));
    if (!names.isEmpty()) {
      ((ObjectNode) schema.get("patternProperties")).remove(names);
      schema.remove(List.of("additionalProperties", "unevaluatedProperties"));
    }
  }

  private static void bounds(ObjectNode schema) {
    List<BigInteger> bounds = BOUNDS.get(schema.path("format").asText());
    if (bounds != null && !schema.path("type").asText().equals("string")) {
      if (!schema.has("minimum") && !schema.path("exclusiveMinimum").isNumber()) {
        schema.put("minimum", bounds.get(0));
      }
      if (!schema.has("maximum") && !schema.path("exclusiveMaximum").isNumber()) {
        schema.put("maximum", bounds.get(1));
      }
    }
  }

  private void otherDirection(ObjectNode schema) {
    String only = direction == Direction.REQUEST ? "readOnly" : "writeOnly";
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().path(only).asBoolean()) {
        others.add(property.getKey());
      }
    }
    if (others.isEmpty()) {
      return;
    }
    if (direction == Direction.REQUEST) {
      ((ObjectNode) schema.get("properties")).remove(others);
    }
    ArrayNode required = JSON.arrayNode();
    schema.path("required").forEach(name -> addUnless(others, name, required));
    schema.set("required", required);
  }

  private static void addUnless(List<String> others, JsonNode name, ArrayNode required) {
    if (!others.contains(name.asText())) {
      required.add(name);
    }
  }

  /** Swagger 2.0 cannot say that null may come, and many say it with x-nullable. */
  private static ObjectNode modern(ObjectNode schema) {
    exclusive(schema, "exclusiveMinimum", "minimum");
    exclusive(schema, "exclusiveMaximum", "maximum");
    if (schema.path("x-nullable").asBoolean() && schema.path("enum").isArray()) {
      ArrayNode values = JSON.arrayNode().addAll((ArrayNode) schema.get("enum"));
      schema.set("enum", values.addNull());
    }
    boolean nullable = schema.path("nullable").asBoolean() || schema.path("x-nullable").asBoolean();
    schema.remove(List.of("nullable", "x-nullable"));
    if (nullable && schema.path("type").isTextual()) {
      schema.set("type", JSON.arrayNode().add(schema.get("type")).add("null"));
    } else if (nullable && (schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf"))) {
      ArrayNode either = JSON.arrayNode().add(JSON.objectNode().put("type", "null")).add(schema);
      return JSON.objectNode().set("anyOf", either);
    }
    return schema;
  }

  private static void exclusive(ObjectNode schema, String exclusive, String bound) {
    if (schema.path(exclusive).isBoolean()) {
      boolean excluded = schema.remove(exclusive).booleanValue();
      if (excluded && schema.has(bound)) {
        schema.set(exclusive, schema.remove(bound));
      }
    }
  }
}
