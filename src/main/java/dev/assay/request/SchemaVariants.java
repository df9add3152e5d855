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
    at(schema, valid, "", UnaryOperator.identity(), collector, 0);
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

  private void at(
      JsonNode here,
      JsonNode value,
      String path,
      UnaryOperator<JsonNode> whole,
      Collector collector,
      int depth) {
    SchemaParts parts = new SchemaParts(schema);
    JsonNode one = parts.chosen(here);
    Collector there =
        (name, says, v, meant) ->
            addUnlessOfTarget(
                here,
                meant,
                () ->
                    collector.add(
                        path.isEmpty() ? name : path + "/" + name,
                        path.isEmpty() ? says : path.replace('/', '.') + " " + says,
                        whole.apply(v),
                        meant));
    alternatives(here, path, whole, collector, depth, there);
    new ValueVariants(one, typed)
        .of(value)
        .forEach(each -> there.add(each.name(), each.says(), each.value(), each.isValid()));
    if (depth < DEEPEST && value.isObject()) {
      properties(one, (ObjectNode) value, path, whole, collector, depth);
    } else if (depth < DEEPEST && value.isArray() && !value.isEmpty()) {
      at(
          one.path("prefixItems").isEmpty() ? one.path("items") : one.path("prefixItems").get(0),
          value.get(0),
          path.isEmpty() ? "items" : path + "/items",
          item -> whole.apply(withFirst((ArrayNode) value, item)),
          collector,
          depth + 1);
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

  private void alternatives(
      JsonNode here,
      String path,
      UnaryOperator<JsonNode> whole,
      Collector collector,
      int depth,
      Collector there) {
    SchemaParts parts = new SchemaParts(schema);
    int several = Math.max(here.path("oneOf").size(), here.path("anyOf").size());
    for (int i = 0; i < several; i++) {
      String name = "alternative-" + (i + 1);
      JsonNode other = Field.withDefinitions(parts.chosen(here, i), schema);
      Optional<JsonNode> value = values.valid(other, name);
      value.ifPresent(v -> there.valid(name, "as its alternative of that number", v));
      if (i > 0 && depth < DEEPEST && value.filter(JsonNode::isObject).isPresent()) {
        String below = path.isEmpty() ? name : path + "/" + name;
        properties(other, (ObjectNode) value.get(), below, whole, collector, depth + 1);
      }
    }
  }

  private void properties(
      JsonNode one,
      ObjectNode value,
      String path,
      UnaryOperator<JsonNode> whole,
      Collector collector,
      int depth) {
    List<String> required = new ArrayList<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    for (String name : names(value)) {
      String below = path.isEmpty() ? name : path + "/" + name;
      JsonNode without = value.deepCopy().without(name);
      boolean optional = !required.contains(name);
      String absent = below.replace('/', '.') + " absent";
      collector.invalid(below + "/absent", absent, whole.apply(without));
      if (optional) {
        collector.valid(below + "/absent", absent, whole.apply(without));
      }
      at(
          SchemaParts.ofProperty(one, name),
          value.get(name),
          below,
          inner -> whole.apply(value.deepCopy().set(name, inner)),
          collector,
          depth + 1);
    }
    if (depth < DEEPEST_ADDED) {
      additions(one, value, path, whole, collector, depth);
    }
    ObjectNode more = value.deepCopy();
    more.set("assayUnknown", JSON.textNode("assay"));
    String where = path.isEmpty() ? "" : path + "/";
    collector.invalid(where + "unknown-property", "with an unknown property", whole.apply(more));
  }

  /** What may be there and is not, one at a time: together they may be too many. */
  private void additions(
      JsonNode one,
      ObjectNode value,
      String path,
      UnaryOperator<JsonNode> whole,
      Collector collector,
      int depth) {
    for (String name : names(one.path("properties"))) {
      JsonNode property = SchemaParts.ofProperty(one, name);
      Optional<JsonNode> added =
          value.has(name) || property.has("x-value")
              ? Optional.empty()
              : values.valid(Field.withDefinitions(property, schema), name);
      if (added.isPresent()) {
        String below = path.isEmpty() ? name : path + "/" + name;
        UnaryOperator<JsonNode> with = inner -> whole.apply(value.deepCopy().set(name, inner));
        String says = "with " + below.replace('/', '.');
        collector.valid(below + "/present", says, with.apply(added.get()));
        collector.invalid(below + "/present", says, with.apply(added.get()));
        at(property, added.get(), below, with, collector, depth + 1);
      }
    }
  }

  private static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
