package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import java.util.Map;
import java.util.stream.Stream;

/** What lists and objects can have, or lack, and must not. */
record ContainerFlaws(SchemaPlace place, FlawCollector flaws) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String UNKNOWN = "assay_unknown";

  void add() {
    lists();
    objects();
  }

  private void lists() {
    ObjectNode schema = place.schema();
    if (schema.path("minItems").asInt(0) > 0) {
      ObjectNode fewer =
          place.without("minItems").put("maxItems", schema.get("minItems").asInt() - 1);
      flaws.made("too-few", "with too few items", fewer, place.without("minItems"));
    }
    if (schema.has("maxItems") && schema.get("maxItems").asInt() < 1_000) {
      ObjectNode more =
          place.without("maxItems").put("minItems", schema.get("maxItems").asInt() + 1);
      flaws.made("too-many", "with too many items", more, place.without("maxItems"));
    }
    if (schema.path("uniqueItems").asBoolean()) {
      ValueSource.of(place.without("uniqueItems").put("minItems", 1))
          .filter(value -> value.size() > 0)
          .ifPresent(
              one ->
                  flaws.value(
                      "twice-the-same",
                      "with an item twice",
                      JSON.arrayNode().add(one.get(0)).add(one.get(0)),
                      place.without("uniqueItems")));
    }
    if (schema.has("contains")) {
      flaws.value(
          "without-what-it-contains",
          "without what it must contain",
          JSON.arrayNode(),
          place.without("contains", "minContains"));
    }
  }

  private void objects() {
    ObjectNode schema = place.schema();
    schema.path("required").forEach(name -> missing(name.asText()));
    if (isClosed(schema, "additionalProperties") || isClosed(schema, "unevaluatedProperties")) {
      JsonNode more =
          SchemaPlace.with(
              place.without("additionalProperties", "unevaluatedProperties"),
              UNKNOWN,
              SchemaPlace.only(JSON.booleanNode(true)));
      flaws.made(
          "with-an-unknown-member",
          "with an unknown member",
          SchemaPlace.requiring(more, UNKNOWN),
          place.without("additionalProperties", "unevaluatedProperties"));
    }
    if (schema.path("additionalProperties").isObject()) {
      otherMember(schema.get("additionalProperties"));
    }
    if (schema.path("minProperties").asInt(0) > 0) {
      ObjectNode none = place.without("minProperties", "properties");
      if (schema.path("required").isEmpty()) {
        flaws.made(
            "with-too-few-members",
            "with too few members",
            SchemaPlace.only(JSON.objectNode()),
            place.without("minProperties"));
      } else {
        flaws.made(
            "with-too-few-members", "with too few members", none, place.without("minProperties"));
      }
    }
    if (schema.has("maxProperties")) {
      ObjectNode more =
          place
              .without("maxProperties")
              .put("minProperties", schema.get("maxProperties").asInt() + 1);
      flaws.made(
          "with-too-many-members", "with too many members", more, place.without("maxProperties"));
    }
    for (Map.Entry<String, JsonNode> dependent : schema.path("dependentRequired").properties()) {
      dependent.getValue().forEach(name -> withoutDependent(dependent.getKey(), name.asText()));
    }
  }

  private static boolean isClosed(ObjectNode schema, String keyword) {
    return schema.path(keyword).isBoolean() && !schema.path(keyword).booleanValue();
  }

  private void missing(String name) {
    ObjectNode lacking = SchemaPlace.notRequiring(place.schema(), name);
    if (lacking.path("properties") instanceof ObjectNode properties) {
      properties.remove(name);
    }
    lacking.withObject("/not").withArray("/required").add(name);
    flaws.made(
        "without-" + name,
        "without " + name,
        lacking,
        SchemaPlace.notRequiring(place.schema(), name));
  }

  private void withoutDependent(String present, String name) {
    ObjectNode lacking = place.without("dependentRequired");
    if (lacking.path("properties") instanceof ObjectNode properties) {
      properties.remove(name);
    }
    flaws.made(
        "without-" + name + "-beside-" + present,
        "with " + present + " and without " + name,
        SchemaPlace.requiring(lacking, present),
        place.without("dependentRequired"));
  }

  private void otherMember(JsonNode others) {
    Stream.of(JSON.textNode("assay"), JSON.numberNode(4711), JSON.arrayNode())
        .filter(value -> !ValueSource.allows(Field.withDefinitions(others, place.whole()), value))
        .findFirst()
        .ifPresent(
            value -> {
              JsonNode more =
                  SchemaPlace.with(
                      place.without("additionalProperties"), UNKNOWN, SchemaPlace.only(value));
              flaws.made(
                  "with-another-kind-of-member",
                  "with a member of another kind",
                  SchemaPlace.requiring(more, UNKNOWN),
                  place.without("additionalProperties"));
            });
  }
}
