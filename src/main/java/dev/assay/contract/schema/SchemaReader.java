package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.UserException;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a schema whole, and one of JSON Schema 2020-12 whatever the contract's own dialect is:
 * references replaced by what they stand for, {@code allOf} by one schema where that says the same.
 * What contains itself stays a reference, to a definition inside the schema; what consists of
 * itself, as by {@code allOf}, asks for nothing more there.
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
  private static final int DEEPEST = 100;

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

  /** What is about the same value as the schema around it (JSON Schema 2020-12, section 10.2). */
  private static final Set<String> SAME_VALUE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  private static final Set<String> LEFT_OUT =
      Set.of("$ref", "$defs", "$id", "$anchor", "$schema", "$dynamicRef", "$dynamicAnchor");

  private static final Set<String> MAY_BE_NULL = Set.of("const", "default", "example");

  private final SchemaDialect dialect;
  private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private Set<JsonNode> ofThisValue = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
  private final Deque<ContractNode> wanted = new ArrayDeque<>();
  private int nodes;
  private boolean part;

  private SchemaReader(SchemaDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The schema at that place; an empty object where there is none.
   *
   * @throws UserException if it is written as no schema is, or no value can be held to it
   */
  public static JsonNode whole(ContractNode schema, Direction direction) {
    JsonNode whole =
        new SchemaReader(new SchemaDialect(schema.file().old(), direction)).read(schema);
    SchemaRules.flaw(whole)
        .ifPresent(
            flaw -> {
              throw schema.flaw(
                  "no value can be held to this schema: %s; correct it".formatted(flaw));
            });
    return whole;
  }

  private JsonNode read(ContractNode schema) {
    JsonNode whole = schema.isThere() ? schema(schema) : JSON.objectNode();
    ObjectNode definitions = JSON.objectNode();
    while (!wanted.isEmpty()) {
      ContractNode next = wanted.remove();
      definitions.set(names.get(next.node()), opened(next));
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
    if (ofThisValue.contains(target.node())) {
      return JSON.objectNode();
    }
    if (open.contains(target.node()) || nodes > MOST_NODES || open.size() > DEEPEST) {
      return JSON.objectNode().put("$ref", "#/" + DEFINITIONS + "/" + name(target));
    }
    return opened(target);
  }

  private JsonNode opened(ContractNode target) {
    open.add(target.node());
    ofThisValue.add(target.node());
    JsonNode whole = keywords(target);
    ofThisValue.remove(target.node());
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
    boolean ofAnother = part;
    nodes += here.node().size();
    ObjectNode whole = JSON.objectNode();
    for (Map.Entry<String, JsonNode> keyword : here.node().properties()) {
      String key = keyword.getKey();
      boolean empty = keyword.getValue().isNull() && !MAY_BE_NULL.contains(key);
      if (!LEFT_OUT.contains(key) && !key.equals("allOf") && !empty) {
        whole.set(key, value(key, here.child(key)));
      }
    }
    value("allOf", here.child("allOf")).forEach(part -> Schemas.add(whole, part));
    new Discriminator(here, dialect.direction()).addTo(whole);
    if (!ofAnother) {
      discriminated(here, whole);
    }
    return dialect.translated(whole);
  }

  private void discriminated(ContractNode here, ObjectNode whole) {
    Optional<BaseSchema> base = BaseSchema.of(here);
    List<BaseSchema.Subtype> subtypes = base.map(BaseSchema::subtypes).orElse(List.of());
    if (!subtypes.isEmpty()) {
      addSubtypes(base.get().property(), subtypes, whole);
    } else if (dialect.direction() == Direction.REQUEST) {
      Stream.concat(base.stream(), BaseSchema.above(here))
          .forEach(
              each ->
                  each.nameOf(here)
                      .ifPresent(name -> Discriminator.setName(whole, each.property(), name)));
    }
  }

  /** A value is what its name says; one of another name may come, but is not sent. */
  private void addSubtypes(String property, List<BaseSchema.Subtype> subtypes, ObjectNode whole) {
    ArrayNode alternatives = JSON.arrayNode();
    ArrayNode known = JSON.arrayNode();
    for (BaseSchema.Subtype subtype : subtypes) {
      if (referred(subtype.schema()) instanceof ObjectNode alternative) {
        Discriminator.setName(alternative, property, subtype.name());
        JsonNode said = alternative.path("properties").path(property);
        if (said.has("const")) {
          known.add(said.get("const"));
        } else {
          said.path("enum").forEach(known::add);
        }
        alternatives.add(alternative);
      }
    }
    if (dialect.direction() == Direction.RESPONSE) {
      ObjectNode any = alternatives.addObject().putObject("not").put("type", "object");
      any.putArray("required").add(property);
      any.putObject("properties").putObject(property).set("enum", known);
    }
    Schemas.add(whole, JSON.objectNode().set("anyOf", alternatives));
  }

  private JsonNode value(String key, ContractNode here) {
    Set<JsonNode> before = ofThisValue;
    boolean wasPart = part;
    part = key.equals("allOf");
    if (!SAME_VALUE.contains(key)) {
      ofThisValue = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    JsonNode value = here.node();
    if (MAPS.contains(key)) {
      value = map(here);
    } else if (LISTS.contains(key)) {
      value = list(here);
    } else if (SCHEMAS.contains(key)) {
      value = schema(here);
    }
    ofThisValue = before;
    part = wasPart;
    return value;
  }

  private JsonNode map(ContractNode here) {
    ObjectNode map = JSON.objectNode();
    here.node().fieldNames().forEachRemaining(name -> map.set(name, schema(here.child(name))));
    return map;
  }

  private JsonNode list(ContractNode here) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < here.node().size(); i++) {
      list.add(schema(here.child(Integer.toString(i))));
    }
    return list;
  }
}
