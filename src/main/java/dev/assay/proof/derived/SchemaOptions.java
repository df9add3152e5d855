package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that a schema allows and that somebody may have forgotten, each for one reason. */
final class SchemaOptions {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<SchemaChange> options = new ArrayList<>();
  private final JsonNode whole;

  private SchemaOptions(JsonNode whole) {
    this.whole = whole;
  }

  /** Those of that schema, for each place and each reason. */
  static List<SchemaChange> of(JsonNode whole) {
    SchemaOptions options = new SchemaOptions(whole);
    SchemaPlace.in(whole).forEach(options::at);
    return List.copyOf(options.options);
  }

  private void at(SchemaPlace place) {
    listed(place);
    nothing(place);
    bounds(place);
    optional(place);
    alternatives(place);
  }

  private void listed(SchemaPlace place) {
    JsonNode list = place.schema().path("enum");
    if (list.size() > 1) {
      JsonNode last = list.get(list.size() - 1);
      ArrayNode others = list.deepCopy();
      others.remove(others.size() - 1);
      ObjectNode without = place.copy();
      without.set("enum", others);
      add(place, "the-last-listed", "the last that is listed", last, without);
    }
  }

  private void nothing(SchemaPlace place) {
    JsonNode types = place.schema().path("type");
    if (types.isArray() && types.size() > 1) {
      ArrayNode others = JSON.arrayNode();
      types.forEach(
          type -> {
            if (!type.asText().equals("null")) {
              others.add(type);
            }
          });
      ObjectNode without = place.copy();
      without.set("type", others);
      add(place, "null", "null", JSON.nullNode(), without);
    }
  }

  private void bounds(SchemaPlace place) {
    ObjectNode schema = place.schema();
    for (String bound : List.of("minimum", "maximum")) {
      if (schema.path(bound).isNumber()) {
        BigDecimal value = schema.get(bound).decimalValue();
        ObjectNode without = place.without(bound);
        without.put(bound.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum", value);
        add(place, "at-its-" + bound, "at its " + bound, JSON.numberNode(value), without);
      }
    }
    if (schema.has("maxLength") && schema.get("maxLength").asInt() < 10_000) {
      int most = schema.get("maxLength").asInt();
      ObjectNode longest = place.copy().put("minLength", most);
      made(
          place,
          "as-long-as-may-be",
          "as long as may be",
          longest,
          place.copy().put("maxLength", most - 1));
    }
    if (schema.has("maxItems") && schema.get("maxItems").asInt() < 100) {
      int most = schema.get("maxItems").asInt();
      ObjectNode longest = place.copy().put("minItems", most);
      made(
          place,
          "with-as-many-items-as-may-be",
          "with as many items as may be",
          longest,
          place.copy().put("maxItems", most - 1));
    }
    if ((schema.path("type").asText().equals("array") || schema.has("items"))
        && schema.path("minItems").asInt(0) == 0) {
      add(place, "empty", "without items", JSON.arrayNode(), place.copy().put("minItems", 1));
    }
  }

  private void optional(SchemaPlace place) {
    List<String> required = new ArrayList<>();
    place.schema().path("required").forEach(name -> required.add(name.asText()));
    List<String> names = new ArrayList<>();
    place.schema().path("properties").fieldNames().forEachRemaining(names::add);
    if (names.size() <= place.schema().path("minProperties").asInt()) {
      return; // without it, others would have to be there that the contract does not tell of
    }
    names.removeAll(required);
    for (String name : names) {
      ObjectNode lacking = place.copy();
      ((ObjectNode) lacking.get("properties")).remove(name);
      lacking.withObject("/not").withArray("/required").add(name);
      made(
          place,
          "without-" + name,
          "without " + name,
          lacking,
          SchemaPlace.requiring(place.schema(), name));
      made(
          place,
          "with-" + name,
          "with " + name,
          SchemaPlace.requiring(place.schema(), name),
          lacking);
    }
  }

  private void alternatives(SchemaPlace place) {
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode list = place.schema().path(choice);
      for (int i = 0; i < list.size() && list.size() > 1; i++) {
        ObjectNode one = place.without(choice);
        one.withArray("/allOf").add(list.get(i));
        ArrayNode others = list.deepCopy();
        others.remove(i);
        ObjectNode without = place.copy();
        without.set(choice, others);
        made(place, "alternative-" + (i + 1), "as its alternative " + (i + 1), one, without);
      }
    }
  }

  private void add(SchemaPlace place, String slug, String says, JsonNode value, JsonNode strict) {
    made(place, slug, says, SchemaPlace.only(value), strict);
  }

  /** Only what the whole really allows, and what it would not allow if it were read strictly. */
  private void made(SchemaPlace place, String slug, String says, JsonNode option, JsonNode strict) {
    JsonNode shown = place.shown().apply(option);
    JsonNode otherwise = place.instead().apply(strict);
    Optional<JsonNode> value =
        ValueSource.of(shown)
            .filter(good -> ValueSource.allows(whole, good))
            .filter(good -> !ValueSource.allows(otherwise, good));
    value.ifPresent(
        good ->
            options.add(
                new SchemaChange(
                    SchemaFlaws.slug(place.name() + "-" + slug),
                    place.name(),
                    says,
                    shown,
                    otherwise,
                    good)));
  }
}
