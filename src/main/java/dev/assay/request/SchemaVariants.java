package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.contract.schema.SchemaRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Other values of a schema, each of which differs from a valid one in one thing: those that are
 * valid still, and those that no longer are.
 *
 * @param schema the whole schema
 * @param values makes valid values
 * @param typed whether a value is written with its type, as in JSON
 */
public record SchemaVariants(JsonNode schema, SchemaValues values, boolean typed) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 4;
  private static final int DEEPEST_ADDED = 2;

  /**
   * One of them.
   *
   * @param name a slug: where it differs and in what
   * @param says the same in words
   * @param isValid whether the schema allows it
   * @param base the name of the one that it differs from, if that is not the valid value itself
   */
  public record Variant(
      String name, String says, JsonNode value, boolean isValid, Optional<String> base) {

    /** One that differs from the valid value. */
    Variant(String name, String says, JsonNode value, boolean isValid) {
      this(name, says, value, isValid, Optional.empty());
    }
  }

  /**
   * All of them, by name; those that others differ from come before these.
   *
   * @param called what the whole value is called
   */
  public List<Variant> of(JsonNode valid, String called) {
    Map<String, Variant> all = new LinkedHashMap<>();
    SchemaRules rules = SchemaRules.of(schema);
    Collector collector =
        variant -> {
          if (rules.allow(variant.value()) == variant.isValid() && !variant.value().equals(valid)) {
            all.putIfAbsent(variant.name(), variant);
          }
        };
    at(schema, valid, Spot.top(called), collector);
    collector.take(new Variant("least", "no more than must be there", pruned(schema, valid), true));
    return List.copyOf(all.values());
  }

  /** Without anything that may be absent. */
  private JsonNode pruned(JsonNode here, JsonNode value) {
    if (!value.isObject()) {
      return value;
    }
    JsonNode one = new SchemaParts(schema).chosen(here);
    ObjectNode left = JSON.objectNode();
    for (JsonNode name : one.path("required")) {
      if (value.has(name.asText())) {
        JsonNode inner = value.get(name.asText());
        left.set(name.asText(), pruned(SchemaParts.ofProperty(one, name.asText()), inner));
      }
    }
    return left;
  }

  /** Takes what is really as it is meant. */
  private interface Collector {
    void take(Variant variant);
  }

  /**
   * Where something is varied.
   *
   * @param path to it, with slashes; empty at the top
   * @param called what the whole value is called
   * @param whole makes the whole value, given what is to stand there
   * @param depth how far below the top it is
   * @param base the variant in which it is there, if it is not there otherwise
   */
  private record Spot(
      String path, String called, UnaryOperator<JsonNode> whole, int depth, Optional<String> base) {

    static Spot top(String called) {
      return new Spot("", called, UnaryOperator.identity(), 0, Optional.empty());
    }

    /** The spot of a part of that value. */
    Spot below(String name, UnaryOperator<JsonNode> with) {
      return new Spot(slug(name), called, part -> whole.apply(with.apply(part)), depth + 1, base);
    }

    /** The same spot, where an alternative of that name stands. */
    Spot as(String alternative) {
      String name = slug(alternative);
      return new Spot(name, called, whole, depth + 1, Optional.of(name));
    }

    /** The same spot, which is there in that variant only. */
    Spot in(String variant) {
      return new Spot(path, called, whole, depth, Optional.of(variant));
    }

    String slug(String name) {
      return path.isEmpty() ? name : path + "/" + name;
    }

    String words() {
      return path.isEmpty() ? called : path.replace('/', '.');
    }

    Variant variant(String name, String says, JsonNode value, boolean isValid) {
      return new Variant(slug(name), words() + " " + says, whole.apply(value), isValid, base);
    }
  }

  private void at(JsonNode here, JsonNode value, Spot spot, Collector collector) {
    JsonNode one = new SchemaParts(schema).chosen(here);
    Collector there = variant -> addUnlessOfTarget(here, variant, collector);
    alternatives(here, spot, collector, there);
    new ValueVariants(one, typed)
        .of(value)
        .forEach(v -> there.take(spot.variant(v.name(), v.says(), v.value(), v.isValid())));
    if (spot.depth() < DEEPEST && value.isObject()) {
      properties(one, (ObjectNode) value, spot, collector);
    } else if (spot.depth() < DEEPEST && value.isArray() && !value.isEmpty()) {
      at(
          one.path("prefixItems").isEmpty() ? one.path("items") : one.path("prefixItems").get(0),
          value.get(0),
          spot.below("items", item -> withFirst((ArrayNode) value, item)),
          collector);
    }
  }

  private static ArrayNode withFirst(ArrayNode list, JsonNode item) {
    ArrayNode other = list.deepCopy();
    other.set(0, item);
    return other;
  }

  /** Only the target knows other valid values of what it gives. */
  private static void addUnlessOfTarget(JsonNode here, Variant variant, Collector collector) {
    if (!variant.isValid() || !here.has("x-value")) {
      collector.take(variant);
    }
  }

  private void alternatives(JsonNode here, Spot spot, Collector collector, Collector there) {
    int several = Math.max(here.path("oneOf").size(), here.path("anyOf").size());
    for (int i = 0; i < several; i++) {
      String name = "alternative-" + (i + 1);
      JsonNode other = Field.withDefinitions(new SchemaParts(schema).chosen(here, i), schema);
      Optional<JsonNode> value = values.valid(other, name);
      String says = "as its alternative number " + (i + 1);
      value.ifPresent(v -> there.take(spot.variant(name, says, v, true)));
      if (i > 0 && spot.depth() < DEEPEST && value.filter(JsonNode::isObject).isPresent()) {
        properties(other, (ObjectNode) value.get(), spot.as(name), collector);
      }
    }
  }

  private void properties(JsonNode one, ObjectNode value, Spot spot, Collector collector) {
    List<String> required = new ArrayList<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    for (String name : names(value)) {
      absent(name, value, spot, required.contains(name), collector);
      if (!required.contains(name) && one.path("minProperties").asInt(0) > 0) {
        inPlaceOf(name, one, value, spot, collector);
      }
      Spot below = spot.below(name, inner -> value.deepCopy().set(name, inner));
      at(SchemaParts.ofProperty(one, name), value.get(name), below, collector);
    }
    if (spot.depth() < DEEPEST_ADDED) {
      additions(one, value, spot, collector);
    }
    JsonNode more = value.deepCopy().set("assayUnknown", JSON.textNode("assay"));
    collector.take(spot.variant("unknown-property", "with an unknown property", more, false));
  }

  private static void absent(
      String name, ObjectNode value, Spot spot, boolean required, Collector collector) {
    Spot there = spot.below(name, UnaryOperator.identity());
    JsonNode without = value.deepCopy().without(name);
    collector.take(there.variant("absent", "absent", without, false));
    if (!required) {
      collector.take(there.variant("absent", "absent", without, true));
    }
  }

  /** Where there must be so many, another has to take the place of what is absent. */
  private void inPlaceOf(
      String name, JsonNode one, ObjectNode value, Spot spot, Collector collector) {
    Spot there = spot.below(name, UnaryOperator.identity());
    for (String other : names(one.path("properties"))) {
      if (!value.has(other)) {
        JsonNode property = Field.withDefinitions(one.path("properties").get(other), schema);
        values
            .valid(property, other)
            .map(added -> ((ObjectNode) value.deepCopy().without(name)).set(other, added))
            .ifPresent(
                without ->
                    collector.take(
                        there.variant(
                            "replaced", "replaced by " + other, (JsonNode) without, true)));
      }
    }
  }

  /** What may be there and is not, one at a time: together they may be too many. */
  private void additions(JsonNode one, ObjectNode value, Spot spot, Collector collector) {
    for (String name : names(one.path("properties"))) {
      JsonNode property = SchemaParts.ofProperty(one, name);
      Optional<JsonNode> added =
          value.has(name) || property.has("x-value")
              ? Optional.empty()
              : values.valid(Field.withDefinitions(property, schema), name);
      if (added.isPresent()) {
        Spot below = spot.below(name, inner -> value.deepCopy().set(name, inner));
        Variant with = below.variant("present", "there", added.get(), true);
        collector.take(with);
        collector.take(below.variant("present", "there", added.get(), false));
        at(property, added.get(), below.in(with.name()), collector);
      }
    }
  }

  private static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
