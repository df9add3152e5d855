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
   */
  public record Variant(String name, String says, JsonNode value, boolean isValid) {}

  /** All of them, by name. */
  public List<Variant> of(JsonNode valid) {
    Map<String, Variant> all = new LinkedHashMap<>();
    SchemaRules rules = SchemaRules.of(schema);
    Collector collector =
        (name, says, value, meantValid) -> {
          if (rules.allow(value) == meantValid && !value.equals(valid)) {
            all.putIfAbsent(name, new Variant(name, says, value, meantValid));
          }
        };
    at(schema, valid, Spot.TOP, collector);
    collector.valid("least", "no more than must be there", pruned(schema, valid));
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
    void add(String name, String says, JsonNode value, boolean meantValid);

    default void valid(String name, String says, JsonNode value) {
      add(name, says, value, true);
    }

    default void invalid(String name, String says, JsonNode value) {
      add(name, says, value, false);
    }
  }

  /**
   * Where something is varied.
   *
   * @param path to it, with slashes; empty at the top
   * @param whole makes the whole value, given what is to stand there
   * @param depth how far below the top it is
   */
  private record Spot(String path, UnaryOperator<JsonNode> whole, int depth) {

    private static final Spot TOP = new Spot("", UnaryOperator.identity(), 0);

    /** The spot of a part of that value. */
    Spot below(String name, UnaryOperator<JsonNode> with) {
      return new Spot(slug(name), part -> whole.apply(with.apply(part)), depth + 1);
    }

    /** The same spot, where an alternative of that name stands. */
    Spot as(String alternative) {
      return new Spot(slug(alternative), whole, depth + 1);
    }

    String slug(String name) {
      return path.isEmpty() ? name : path + "/" + name;
    }

    String says(String text) {
      return path.isEmpty() ? text : words(path) + " " + text;
    }

    static String words(String path) {
      return path.replace('/', '.');
    }
  }

  private void at(JsonNode here, JsonNode value, Spot spot, Collector collector) {
    JsonNode one = new SchemaParts(schema).chosen(here);
    Collector there =
        (name, says, v, meant) ->
            addUnlessOfTarget(
                here,
                meant,
                () ->
                    collector.add(spot.slug(name), spot.says(says), spot.whole().apply(v), meant));
    alternatives(here, spot, collector, there);
    new ValueVariants(one, typed)
        .of(value)
        .forEach(each -> there.add(each.name(), each.says(), each.value(), each.isValid()));
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
  private static void addUnlessOfTarget(JsonNode here, boolean meantValid, Runnable adding) {
    if (!meantValid || !here.has("x-value")) {
      adding.run();
    }
  }

  private void alternatives(JsonNode here, Spot spot, Collector collector, Collector there) {
    int several = Math.max(here.path("oneOf").size(), here.path("anyOf").size());
    for (int i = 0; i < several; i++) {
      String name = "alternative-" + (i + 1);
      JsonNode other = Field.withDefinitions(new SchemaParts(schema).chosen(here, i), schema);
      Optional<JsonNode> value = values.valid(other, name);
      value.ifPresent(v -> there.valid(name, "as its alternative of that number", v));
      if (i > 0 && spot.depth() < DEEPEST && value.filter(JsonNode::isObject).isPresent()) {
        properties(other, (ObjectNode) value.get(), spot.as(name), collector);
      }
    }
  }

  private void properties(JsonNode one, ObjectNode value, Spot spot, Collector collector) {
    List<String> required = new ArrayList<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    for (String name : names(value)) {
      String absent = Spot.words(spot.slug(name)) + " absent";
      JsonNode without = spot.whole().apply(value.deepCopy().without(name));
      collector.invalid(spot.slug(name) + "/absent", absent, without);
      if (!required.contains(name)) {
        collector.valid(spot.slug(name) + "/absent", absent, without);
      }
      Spot below = spot.below(name, inner -> value.deepCopy().set(name, inner));
      at(SchemaParts.ofProperty(one, name), value.get(name), below, collector);
    }
    if (spot.depth() < DEEPEST_ADDED) {
      additions(one, value, spot, collector);
    }
    JsonNode more = value.deepCopy().set("assayUnknown", JSON.textNode("assay"));
    collector.invalid(
        spot.slug("unknown-property"), "with an unknown property", spot.whole().apply(more));
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
        String says = "with " + Spot.words(below.path());
        JsonNode with = below.whole().apply(added.get());
        collector.valid(below.path() + "/present", says, with);
        collector.invalid(below.path() + "/present", says, with);
        at(property, added.get(), below, collector);
      }
    }
  }

  private static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
