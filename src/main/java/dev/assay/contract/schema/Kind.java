package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.UserException;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema of whose kind others say by {@code allOf} that they are, and whose discriminator names
 * which of them a value is (OpenAPI 3.1.1, Schema Object, "Models with Polymorphism Support";
 * Swagger 2.0, Schema Object, {@code discriminator}).
 *
 * @param base the schema with the discriminator
 */
record Kind(ContractNode base) {

  /** The kind that a schema is, if its discriminator has no alternatives of its own to name. */
  static Optional<Kind> of(ContractNode schema) {
    Kind kind = new Kind(schema);
    boolean listed = schema.node().has("oneOf") || schema.node().has("anyOf");
    return Optional.of(kind).filter(each -> !each.property().isEmpty() && !listed);
  }

  /** The kinds that a schema is of, by what it consists of. */
  static Stream<Kind> above(ContractNode schema) {
    Set<JsonNode> known = identities();
    List<ContractNode> all = new ArrayList<>(parts(schema));
    for (int i = 0; i < all.size(); i++) {
      if (known.add(all.get(i).node())) {
        all.addAll(parts(all.get(i)));
      }
    }
    return all.stream().flatMap(part -> Kind.of(part).stream());
  }

  /** Another may read alike. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(ContractNode one, ContractNode other) {
    return one.node() == other.node();
  }

  private static Set<JsonNode> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** What it refers to in {@code allOf}; no more where that leads nowhere. */
  private static List<ContractNode> parts(ContractNode schema) {
    List<ContractNode> parts = new ArrayList<>();
    ContractNode all = schema.child("allOf");
    for (int i = 0; i < all.node().size(); i++) {
      ContractNode part = all.child(Integer.toString(i));
      try {
        if (part.refers()) {
          parts.add(part.followed());
        }
      } catch (UserException leadsNowhere) {
        // The one that is read says so.
      }
    }
    return parts;
  }

  /** The property that names the schema; empty where there is none. */
  String property() {
    JsonNode discriminator = base.node().path("discriminator");
    return discriminator.isTextual()
        ? discriminator.textValue()
        : discriminator.path("propertyName").asText();
  }

  /** The schemas of this file that are of this kind, but for itself. */
  List<ContractNode> subtypes() {
    return components().values().stream()
        .filter(each -> !isSame(each, base))
        .filter(each -> above(each).anyMatch(kind -> isSame(kind.base, base)))
        .toList();
  }

  private Map<String, ContractNode> components() {
    ContractNode root = base.file().root(base.place());
    ContractNode schemas = root.child("components").child("schemas");
    ContractNode all = schemas.isThere() ? schemas : root.child("definitions");
    Map<String, ContractNode> components = new LinkedHashMap<>();
    all.node().fieldNames().forEachRemaining(name -> components.put(name, all.child(name)));
    return components;
  }

  /**
   * What the property says of a value of that schema: what the mapping or the schema's own name is,
   * in the spelling of those that the property may have; nothing where it may have no such.
   */
  Optional<String> nameOf(ContractNode schema) {
    JsonNode allowed = base.child("properties").at(property()).node().path("enum");
    return components().entrySet().stream()
        .filter(each -> isSame(each.getValue(), schema))
        .map(each -> mapped(base.node().at("/discriminator/mapping"), each.getKey()))
        .findFirst()
        .flatMap(name -> spelled(name, allowed));
  }

  private static Optional<String> spelled(String name, JsonNode allowed) {
    List<String> same = new ArrayList<>();
    allowed.forEach(each -> same.add(each.asText()));
    return allowed.isEmpty()
        ? Optional.of(name)
        : Stream.concat(
                same.stream().filter(name::equals), same.stream().filter(name::equalsIgnoreCase))
            .findFirst();
  }

  /** The name that a mapping gives to a schema, or its own. */
  static String mapped(JsonNode mapping, String schema) {
    return mapping.properties().stream()
        .filter(each -> each.getValue().asText().replaceAll(".*/", "").equals(schema))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(schema);
  }
}
