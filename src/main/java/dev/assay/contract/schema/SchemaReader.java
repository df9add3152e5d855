package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes a schema whole, and one of JSON Schema 2020-12 whatever the contract's own dialect is:
 * references replaced by what they stand for, {@code allOf} by one schema where that says the same.
 * What contains itself stays a reference, to a definition inside the schema.
 */
public final class SchemaReader {

  /** For whom a schema is: some properties are only of requests, others only of responses. */
  public enum Direction {
    REQUEST,
    RESPONSE
  }

  public static final String DEFINITIONS = "$defs";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_NODES = 20_000;

  private static final Set<String> SCHEMAS =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "dependentSchemas");
  private static final Set<String> LEFT_OUT =
      Set.of("$ref", "$defs", "$id", "$anchor", "$schema", "$dynamicRef", "$dynamicAnchor");

  private final SchemaDialect dialect;
  private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
  private final Deque<ContractNode> wanted = new ArrayDeque<>();
  private int nodes;

  private SchemaReader(SchemaDialect dialect) {
    this.dialect = dialect;
  }

  /** The schema at that place; an empty object where there is none. */
  public static JsonNode whole(ContractNode schema, Direction direction) {
    return new SchemaReader(new SchemaDialect(schema.file().old(), direction)).read(schema);
  }

  private JsonNode read(ContractNode schema) {
    JsonNode whole = schema.isThere() ? schema(schema) : JSON.objectNode();
    ObjectNode definitions = JSON.objectNode();
    while (!wanted.isEmpty()) {
      ContractNode next = wanted.remove();
      open.add(next.node());
      definitions.set(names.get(next.node()), keywords(next));
      open.remove(next.node());
    }
    if (!definitions.isEmpty() && whole instanceof ObjectNode object) {
      object.set(DEFINITIONS, definitions);
    }
    return whole;
  }

  private JsonNode schema(ContractNode here) {
    if (!here.node().isObject()) {
      return here.node();
    }
    if (!here.refers()) {
      return keywords(here);
    }
    JsonNode whole = referred(here.followed());
    if (dialect.old() || here.node().size() == 1 || !(whole instanceof ObjectNode object)) {
      return whole;
    }
    Schemas.add(object, keywords(here));
    return object;
  }

  private JsonNode referred(ContractNode target) {
    if (!target.node().isObject()) {
      return target.node();
    }
    if (open.contains(target.node()) || nodes > MOST_NODES) {
      return JSON.objectNode().put("$ref", "#/" + DEFINITIONS + "/" + name(target));
    }
    open.add(target.node());
    JsonNode whole = keywords(target);
    open.remove(target.node());
    return whole;
  }

  private String name(ContractNode target) {
    return names.computeIfAbsent(
        target.node(),
        any -> {
          wanted.add(target);
          return "D" + names.size();
        });
  }

  private ObjectNode keywords(ContractNode here) {
    nodes += here.node().size();
    ObjectNode whole = JSON.objectNode();
    for (Map.Entry<String, JsonNode> keyword : here.node().properties()) {
      String key = keyword.getKey();
      if (!LEFT_OUT.contains(key) && !key.equals("allOf")) {
        whole.set(key, value(key, here.child(key)));
      }
    }
    JsonNode parts = here.node().path("allOf");
    for (int i = 0; i < parts.size(); i++) {
      Schemas.add(whole, schema(here.child("allOf").child(Integer.toString(i))));
    }
    new Discriminator(here, dialect.direction()).addTo(whole);
    return dialect.translated(whole);
  }

  private JsonNode value(String key, ContractNode here) {
    if (MAPS.contains(key) && here.node().isObject()) {
      ObjectNode map = JSON.objectNode();
      here.node().fieldNames().forEachRemaining(name -> map.set(name, schema(here.child(name))));
      return map;
    }
    if (LISTS.contains(key) && here.node().isArray()) {
      ArrayNode list = JSON.arrayNode();
      for (int i = 0; i < here.node().size(); i++) {
        list.add(schema(here.child(Integer.toString(i))));
      }
      return list;
    }
    return SCHEMAS.contains(key) ? schema(here) : here.node();
  }
}
