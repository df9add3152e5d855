package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.schema.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a request body, or one member of a response.
 *
 * @param path its name, behind those of the objects around it, joined by points
 * @param schema its JSON Schema, references resolved
 * @param required whether the object around it must have it
 */
public record Field(String path, JsonNode schema, boolean required) {

  private static final Set<String> DEPENDENT =
      Set.of(
          "$ref",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties",
          "propertyNames",
          "minProperties",
          "maxProperties",
          "unevaluatedProperties");

  /** The fields of an object of that schema, each before those inside it. */
  public static List<Field> of(JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    collect("", schema, fields);
    return List.copyOf(fields);
  }

  private static void collect(String above, JsonNode schema, List<Field> fields) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String path = above + property.getKey();
      JsonNode inner = withDefinitions(property.getValue(), schema);
      fields.add(new Field(path, inner, required.contains(property.getKey())));
      collect(path + ".", inner, fields);
    }
  }

  /** The schema of a part, which may refer to what is defined at the top of the whole. */
  public static JsonNode withDefinitions(JsonNode part, JsonNode whole) {
    JsonNode definitions = whole.path(SchemaReader.DEFINITIONS);
    if (definitions.isMissingNode() || !part.isObject() || !part.toString().contains("\"$ref\"")) {
      return part;
    }
    return ((ObjectNode) part.deepCopy()).set(SchemaReader.DEFINITIONS, definitions);
  }

  /**
   * Whether the fields of an object of that schema can be had and left out each by itself, by names
   * that can be joined by points.
   */
  static boolean areIndependent(JsonNode schema) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (DEPENDENT.contains(keyword.getKey())) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getKey().matches(".*[./~].*") || !areFree(property.getValue())) {
        return false;
      }
    }
    return !schema.path("type").isArray();
  }

  private static boolean areFree(JsonNode property) {
    return property.path("properties").isEmpty() || areIndependent(property);
  }

  /** Its own name. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Its value in that body; none if it is not there. */
  public Optional<JsonNode> in(JsonNode body) {
    return Optional.of(body.at("/" + path.replace('.', '/')))
        .filter(value -> !path.isEmpty() && !value.isMissingNode());
  }

  /** Whether it stands at the top of the body. */
  public boolean isTop() {
    return path.indexOf('.') < 0;
  }

  /** Whether that is its path, or its own name. */
  public boolean isCalled(String pathOrName) {
    return path.equals(pathOrName) || name().equals(pathOrName);
  }

  /** Whether its schema asks for that type. */
  public boolean is(String type) {
    JsonNode types = schema.path("type");
    return types.asText().equals(type) || lists(types, type);
  }

  private static boolean lists(JsonNode types, String type) {
    for (JsonNode each : types) {
      if (each.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it carries a file. */
  public boolean isFile() {
    return schema.path("format").asText().equals("binary");
  }

  /** Whether it has a value of its own, and is no object of other fields. */
  public boolean isLeaf() {
    return schema.path("properties").isEmpty();
  }

  /** The only value that it may have, where there is only one. */
  public Optional<JsonNode> constant() {
    return Optional.ofNullable(schema.get("const"));
  }

  /** The values that it may have, where they are listed. */
  public List<JsonNode> choices() {
    List<JsonNode> choices = new ArrayList<>(constant().stream().toList());
    schema.path("enum").forEach(choices::add);
    return choices;
  }

  /** What its trait of that name says, such as {@code x-value}. */
  public Optional<String> trait(String name) {
    return Optional.ofNullable(schema.get(name))
        .filter(value -> !value.asText().equals("false"))
        .map(JsonNode::asText);
  }

  /** The limits of a file's size, if any are documented. */
  public Optional<SizeLimit> limit() {
    return Optional.ofNullable(schema.get("x-limits")).map(SizeLimit::of);
  }

  /** The kinds of file that it may carry, if they are documented. */
  public Optional<FileKinds> kinds() {
    return Optional.ofNullable(schema.get("x-extensions")).map(FileKinds::of);
  }
}
