package dev.assay.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.contract.schema.SchemaRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Makes valid values of JSON Schemas: what a schema lists or shows first, then something that its
 * rules allow.
 *
 * @param data for texts that occur nowhere else
 * @param isFull whether objects have what they may lack too
 */
public record SchemaValues(TestData data, boolean isFull) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** For schemas that only say what a value is not. */
  private static final List<JsonNode> ANY =
      List.of(
          JSON.numberNode(1),
          JSON.booleanNode(true),
          JSON.objectNode(),
          JSON.arrayNode(),
          JSON.nullNode());

  private static final Set<String> SIMPLE = Set.of("string", "integer", "number", "boolean");
  private static final int DEEPEST = 8;
  private static final int DEEPEST_OPTIONAL = 3;

  /** The same, of as little as is valid. */
  public SchemaValues least() {
    return new SchemaValues(data, false);
  }

  /**
   * A value that the schema allows; none if none was found.
   *
   * @param schema a whole one, as a contract has it
   */
  public Optional<JsonNode> valid(JsonNode schema, String purpose) {
    SchemaRules rules = SchemaRules.of(schema);
    return candidates(schema, purpose).stream().filter(rules::allow).findFirst();
  }

  private List<JsonNode> candidates(JsonNode schema, String purpose) {
    List<JsonNode> candidates = new ArrayList<>(shown(schema));
    new Maker(schema, purpose, isFull).value(schema, 0).ifPresent(candidates::add);
    new Maker(schema, purpose, !isFull).value(schema, 0).ifPresent(candidates::add);
    candidates.addAll(ANY);
    return candidates;
  }

  /** What a schema shows of its values. */
  static List<JsonNode> shown(JsonNode schema) {
    List<JsonNode> shown = new ArrayList<>();
    if (schema.has("example")) {
      shown.add(read(schema, schema.get("example")));
    }
    schema.path("examples").forEach(example -> shown.add(read(schema, example)));
    if (schema.has("default")) {
      shown.add(schema.get("default"));
    }
    return shown;
  }

  /** People show objects as texts too. */
  private static JsonNode read(JsonNode schema, JsonNode example) {
    if (example.isTextual() && SchemaParts.type(schema).equals("object")) {
      try {
        return new ObjectMapper().readTree(example.textValue());
      } catch (JsonProcessingException noJson) {
        return example;
      }
    }
    return example;
  }

  /** Makes values of one whole schema. */
  private final class Maker {
    private final JsonNode root;
    private final String purpose;
    private final boolean full;
    private int made;

    Maker(JsonNode root, String purpose, boolean full) {
      this.root = root;
      this.purpose = purpose;
      this.full = full;
    }

    Optional<JsonNode> value(JsonNode schema, int depth) {
      if (depth > DEEPEST || (schema.isBoolean() && !schema.booleanValue())) {
        return Optional.empty();
      }
      if (schema.has("const")) {
        return Optional.of(schema.get("const"));
      }
      if (!schema.path("enum").isEmpty()) {
        return Optional.of(schema.get("enum").get(0));
      }
      return shownOf(schema, depth).or(() -> made(new SchemaParts(root).chosen(schema), depth));
    }

    private Optional<JsonNode> shownOf(JsonNode schema, int depth) {
      List<JsonNode> all = depth > 0 && made == 0 ? shown(schema) : List.of();
      if (all.isEmpty()) {
        return Optional.empty();
      }
      SchemaRules rules = SchemaRules.of(Field.withDefinitions(schema, root));
      return all.stream().filter(rules::allow).findFirst();
    }

    private Optional<JsonNode> made(JsonNode schema, int depth) {
      return switch (SchemaParts.type(schema)) {
        case "object" -> object(schema, depth);
        case "array" -> array(schema, depth);
        case "integer", "number" -> Optional.of(NumberValues.of(schema, made));
        case "boolean" -> Optional.of(JSON.booleanNode(made % 2 == 0));
        case "null" -> Optional.of(JSON.nullNode());
        default -> new TextValues(data).of(schema, made == 0 ? purpose : purpose + made);
      };
    }

    private Optional<JsonNode> object(JsonNode schema, int depth) {
      ObjectNode object = JSON.objectNode();
      Set<String> required = new LinkedHashSet<>();
      schema.path("required").forEach(name -> required.add(name.asText()));
      int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        boolean optional = !required.contains(property.getKey());
        if (!optional || (full && depth < DEEPEST_OPTIONAL && hasRoom(object, required, most))) {
          Optional<JsonNode> value = value(property.getValue(), depth + 1);
          if (value.isEmpty() && !optional) {
            return Optional.empty();
          }
          value.ifPresent(v -> object.set(property.getKey(), v));
        }
      }
      required.removeIf(object::has);
      required.forEach(name -> set(object, name, schema, depth));
      fill(object, schema, depth);
      return Optional.of(object);
    }

    private static boolean hasRoom(ObjectNode object, Set<String> required, int most) {
      long missing = required.stream().filter(name -> !object.has(name)).count();
      return object.size() + missing < most;
    }

    private void set(ObjectNode object, String name, JsonNode schema, int depth) {
      value(SchemaParts.ofProperty(schema, name), depth + 1)
          .ifPresent(value -> object.set(name, value));
    }

    /** As many more properties as there must be, first of those that are named. */
    private void fill(ObjectNode object, JsonNode schema, int depth) {
      int least = schema.path("minProperties").asInt(0);
      List<String> names = new ArrayList<>();
      schema.path("properties").fieldNames().forEachRemaining(names::add);
      if (full && names.isEmpty() && schema.path("additionalProperties").isObject()) {
        least = Math.max(least, 1);
      }
      for (Map.Entry<String, JsonNode> pattern : schema.path("patternProperties").properties()) {
        if (full || object.size() < least) {
          TextValues.matching(pattern.getKey()).ifPresent(names::add);
          least = full ? Math.max(least, object.size() + 1) : least;
        }
      }
      for (int i = 0; i < least; i++) {
        name(schema, i).ifPresent(names::add);
      }
      for (String name : names) {
        if (object.size() < least && !object.has(name)) {
          set(object, name, schema, depth);
        }
      }
    }

    /** A name for a property that none is known of. */
    private Optional<String> name(JsonNode schema, int place) {
      JsonNode rules = schema.path("propertyNames");
      return rules.isObject()
          ? new Maker(rules, "name" + place, full).value(rules, 0).map(JsonNode::asText)
          : Optional.of("assay" + place);
    }

    private Optional<JsonNode> array(JsonNode schema, int depth) {
      ArrayNode array = JSON.arrayNode();
      int before = made;
      schema.path("prefixItems").forEach(item -> value(item, depth + 1).ifPresent(array::add));
      int contained = schema.has("contains") ? schema.path("minContains").asInt(1) : 0;
      for (int i = 0; i < contained; i++) {
        value(SchemaParts.both(schema.get("contains"), schema.path("items")), depth + 1)
            .ifPresent(array::add);
      }
      int least = Math.max(schema.path("minItems").asInt(0), wanted(schema));
      for (int i = array.size(); i < least; i++) {
        made = before + i;
        value(item(schema, i), depth + 1)
            .filter(item -> !isTwice(item, array, schema))
            .ifPresent(array::add);
      }
      made = before;
      return array.size() < schema.path("minItems").asInt(0)
          ? Optional.empty()
          : Optional.of(array);
    }

    /**
     * Two where they are simple, for in a form or a query many a server takes a list of one for no
     * list; but no second one beside what is shown, which the service may know alone.
     */
    private int wanted(JsonNode schema) {
      if (!full) {
        return 0;
      }
      JsonNode items = schema.path("items");
      boolean simple = SIMPLE.contains(SchemaParts.type(items)) && shown(items).isEmpty();
      int wanted = simple ? 2 : 1;
      return Math.min(wanted, schema.path("maxItems").asInt(wanted));
    }

    private static boolean isTwice(JsonNode item, ArrayNode array, JsonNode schema) {
      return schema.path("uniqueItems").asBoolean()
          && StreamSupport.stream(array.spliterator(), false).anyMatch(item::equals);
    }

    /** Where items differ, those of a list are taken in turn. */
    private JsonNode item(JsonNode schema, int index) {
      JsonNode items = schema.path("items");
      JsonNode list = items.path("enum");
      return list.isEmpty() ? items : JSON.objectNode().set("const", list.get(index % list.size()));
    }
  }
}
