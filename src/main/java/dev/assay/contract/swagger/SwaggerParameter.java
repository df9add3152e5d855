package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractFile;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter, which may be the body or a field of a form.
 *
 * @param named where it is named, perhaps by a reference
 */
record SwaggerParameter(ContractNode named) {

  /** What is said of the parameter; all else is said of its values. */
  private static final Set<String> OWN =
      Set.of(
          "name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema");

  /** How the items of a list are told apart (Swagger 2.0, Parameter Object, collectionFormat). */
  record Style(String name, boolean explode) {

    private static final Map<String, Style> ALL =
        Map.of(
            "csv", new Style("form", false),
            "ssv", new Style("spaceDelimited", false),
            "tsv", new Style("tabDelimited", false),
            "pipes", new Style("pipeDelimited", false),
            "multi", new Style("form", true));

    ObjectNode node() {
      return JsonNodeFactory.instance.objectNode().put("style", name).put("explode", explode);
    }
  }

  /** Those that are named there. */
  static List<SwaggerParameter> of(ContractNode node) {
    ContractNode list = node.at("parameters");
    List<SwaggerParameter> all = new ArrayList<>();
    for (int i = 0; i < list.node().size() && list.node().isArray(); i++) {
      all.add(new SwaggerParameter(list.child(Integer.toString(i))));
    }
    return all;
  }

  ContractNode said() {
    return named.followed();
  }

  boolean isSame(SwaggerParameter other) {
    return said().text("name").equals(other.said().text("name"))
        && said().text("in").equals(other.said().text("in"));
  }

  boolean isBody() {
    return said().text("in").equals("body");
  }

  boolean isInBody() {
    return isBody() || said().text("in").equals("formData");
  }

  boolean isFile() {
    return said().node().path("type").asText().equals("file");
  }

  boolean isRequired() {
    return said().node().path("required").asBoolean();
  }

  /** It as OpenAPI has it, if it is outside the body. */
  ObjectNode converted(ContractFile file) {
    String in = said().text("in");
    if (!Set.of("query", "header", "path").contains(in)) {
      throw said()
          .flaw(
              "a parameter cannot be in `%s`: use query, header, path, formData or body"
                  .formatted(in));
    }
    PlacedObject made = PlacedObject.in(file).takeExtensions(said());
    for (String key : List.of("name", "in", "description", "required", "allowEmptyValue")) {
      made.take(key, said());
    }
    made.take("example", said(), "x-example").put("schema", schema(file).node(), said().place());
    style().ifPresent(style -> made.node().setAll(style.node()));
    return made.node();
  }

  /** What its values are. */
  PlacedObject schema(ContractFile file) {
    ContractNode stated = said().child("schema");
    PlacedObject schema = PlacedObject.in(file);
    stated.node().fieldNames().forEachRemaining(key -> schema.take(key, stated));
    said()
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!OWN.contains(key)) {
                schema.take(key, said());
              }
            });
    if (isFile()) {
      schema.node().put("type", "string").put("format", "binary");
    }
    if (holdsLists()) {
      schema.take("items", said().child("items"));
    }
    return schema;
  }

  /** Lists inside lists, of which OpenAPI does not say how they are written. */
  private boolean holdsLists() {
    return said().node().at("/items/type").asText().equals("array");
  }

  /** A sentence about what is not written as it is said. */
  Optional<String> lost() {
    return holdsLists()
        ? Optional.of(
            "lists of several items inside the list %s (%s): one item is sent"
                .formatted(said().text("name"), said().place().fileAndLine()))
        : Optional.empty();
  }

  /** How a list is written; none for what is no list. */
  Optional<Style> style() {
    if (!said().node().path("type").asText().equals("array")) {
      return Optional.empty();
    }
    String format = said().optional("collectionFormat").orElse("csv");
    if (!Style.ALL.containsKey(format)) {
      throw said()
          .child("collectionFormat")
          .flaw("`%s` does not exist; known are csv, ssv, tsv, pipes and multi".formatted(format));
    }
    boolean plain = format.equals("csv") && Set.of("path", "header").contains(said().text("in"));
    return Optional.of(plain ? new Style("simple", false) : Style.ALL.get(format));
  }

  /** What a body of that media type is. */
  ObjectNode content(String mediaType, ContractFile file) {
    PlacedObject content =
        PlacedObject.in(file).put("schema", schemaOf(named), said().child("schema").place());
    return content.take("example", said().child("x-examples"), mediaType).node();
  }

  /** The schema there: where it is in another place, only that place knows its references. */
  static JsonNode schemaOf(ContractNode named) {
    if (!named.refers()) {
      return named.node().path("schema");
    }
    String reference = named.node().get("$ref").textValue();
    return JsonNodeFactory.instance
        .objectNode()
        .put("$ref", reference + (reference.contains("#") ? "/schema" : "#/schema"));
  }
}
