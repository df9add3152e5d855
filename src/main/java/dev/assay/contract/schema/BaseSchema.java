package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.UserException;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema that others extend by {@code allOf}, and whose discriminator names which of them a value
 * is (OpenAPI 3.1.1, Schema Object, "Models with Polymorphism Support"; Swagger 2.0, Schema Object,
 * {@code discriminator}).
 *
 * @param schema the one with the discriminator
 */
public record BaseSchema(ContractNode schema) {

  /**
   * One that extends it.
   *
   * @param name what the discriminator says of its values
   * @param schema where it is
   */
  public record Subtype(String name, ContractNode schema) {}

  /** That schema as a base, if its discriminator has no alternatives of its own to name. */
  public static Optional<BaseSchema> of(ContractNode schema) {
    BaseSchema base = new BaseSchema(schema);
    boolean listed = schema.node().has("oneOf") || schema.node().has("anyOf");
    return Optional.of(base).filter(each -> !each.property().isEmpty() && !listed);
  }

  /** Those that a schema extends, at any number of steps. */
  static Stream<BaseSchema> above(ContractNode schema) {
    Set<JsonNode> known = identities();
    List<ContractNode> all = new ArrayList<>(parts(schema));
    for (int i = 0; i < all.size(); i++) {
      if (known.add(all.get(i).node())) {
        all.addAll(parts(all.get(i)));
      }
    }
    return all.stream().flatMap(part -> BaseSchema.of(part).stream());
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
    JsonNode discriminator = schema.node().path("discriminator");
    return discriminator.isTextual()
        ? discriminator.textValue()
        : discriminator.path("propertyName").asText();
  }

  /**
   * The schemas of the same file that extend it and have a name that the property may have: what
   * the mapping says, or their own, in the property's spelling.
   */
  public List<Subtype> subtypes() {
    return components()
        .filter(each -> !isSame(each.schema(), schema))
        .filter(each -> above(each.schema()).anyMatch(base -> isSame(base.schema, schema)))
        .flatMap(each -> named(each).stream())
        .toList();
  }

  /** What the property says of values of that schema, as of a subtype's. */
  Optional<String> nameOf(ContractNode other) {
    return components()
        .filter(each -> isSame(each.schema(), other))
        .findFirst()
        .flatMap(this::named)
        .map(Subtype::name);
  }

  private Stream<Subtype> components() {
    ContractNode root = schema.file().root(schema.place());
    ContractNode schemas = root.child("components").child("schemas");
    ContractNode all = schemas.isThere() ? schemas : root.child("definitions");
    List<String> names = new ArrayList<>();
    all.node().fieldNames().forEachRemaining(names::add);
    return names.stream().map(name -> new Subtype(name, all.child(name)));
  }

  private Optional<Subtype> named(Subtype component) {
    String name = mapped(schema.node().at("/discriminator/mapping"), component.name());
    JsonNode allowed = schema.child("properties").at(property()).node().path("enum");
    return spelled(name, allowed).map(spelling -> new Subtype(spelling, component.schema()));
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
