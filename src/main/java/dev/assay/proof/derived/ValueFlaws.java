package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What a text, a number or whatever has a type can be and must not. */
record ValueFlaws(SchemaPlace place, FlawCollector flaws) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  void add() {
    type();
    listed();
    texts();
    numbers();
  }

  private void type() {
    if (!place.schema().has("type") && !place.name().isEmpty()) {
      return;
    }
    Stream.of(
            JSON.textNode("assay"),
            JSON.numberNode(new BigDecimal("4711.5")),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode())
        .filter(value -> !ValueSource.allows(typeOf(), value))
        .findFirst()
        .ifPresent(
            value -> flaws.value("of-another-type", "of another type", value, JSON.objectNode()));
    if (!ValueSource.allows(place.alone(), JSON.nullNode())) {
      flaws.value("null", "null", JSON.nullNode(), nullable());
    }
  }

  /** Only the type counts, so that a text with another flaw is not taken for another type. */
  private JsonNode typeOf() {
    return place.schema().has("type")
        ? JSON.objectNode().set("type", place.schema().get("type"))
        : place.alone();
  }

  private JsonNode nullable() {
    ArrayNode either = JSON.arrayNode().add(JSON.objectNode().put("type", "null"));
    return JSON.objectNode().set("anyOf", either.add(place.schema()));
  }

  private void listed() {
    for (String keyword : List.of("enum", "const")) {
      if (place.schema().has(keyword)) {
        JsonNode one =
            keyword.equals("enum") ? place.schema().at("/enum/0") : place.schema().get(keyword);
        JsonNode other =
            one.isNumber()
                ? JSON.numberNode(one.decimalValue().add(new BigDecimal(4711)))
                : JSON.textNode("assay-other");
        flaws.value("unlisted", "not among those listed", other, place.without(keyword));
      }
    }
  }

  private void texts() {
    ObjectNode schema = place.schema();
    if (schema.has("enum") || schema.has("const")) {
      return; // what is listed allows no other length, nor anything else
    }
    int least = schema.path("minLength").asInt(0);
    if (least > 0) {
      flaws.value("too-short", "too short", text(least - 1), place.without("minLength"));
    }
    if (schema.has("maxLength") && schema.get("maxLength").asInt() < 100_000) {
      int most = schema.get("maxLength").asInt();
      flaws.value("too-long", "too long", text(most + 1), place.without("maxLength"));
    }
    for (String keyword : List.of("pattern", "format")) {
      if (schema.path(keyword).isTextual()) {
        ObjectNode alone =
            JSON.objectNode().put("type", "string").set(keyword, schema.get(keyword));
        Stream.of("not ^ this §", "0", "assay", "")
            .map(JSON::textNode)
            .filter(value -> !ValueSource.allows(alone, value))
            .findFirst()
            .ifPresent(
                value ->
                    flaws.value(
                        "against-its-" + keyword,
                        "against its " + keyword,
                        value,
                        place.without(keyword)));
      }
    }
  }

  private static JsonNode text(int length) {
    return JSON.textNode("a".repeat(length));
  }

  private void numbers() {
    number("minimum", "too-small", "too small", -1);
    number("exclusiveMinimum", "too-small", "too small", 0);
    number("maximum", "too-large", "too large", 1);
    number("exclusiveMaximum", "too-large", "too large", 0);
    if (place.schema().path("multipleOf").isNumber()) {
      BigDecimal step = place.schema().get("multipleOf").decimalValue();
      BigDecimal off =
          step.compareTo(BigDecimal.ONE) > 0
              ? step.add(BigDecimal.ONE)
              : step.multiply(new BigDecimal("1.5"));
      flaws.value(
          "no-multiple",
          "no multiple of its step",
          JSON.numberNode(off),
          place.without("multipleOf"));
    }
  }

  private void number(String keyword, String slug, String says, int off) {
    JsonNode bound = place.schema().path(keyword);
    if (bound.isNumber()) {
      BigDecimal value = bound.decimalValue().add(BigDecimal.valueOf(off));
      flaws.value(slug, says, JSON.numberNode(value), place.without(keyword));
    }
  }
}
