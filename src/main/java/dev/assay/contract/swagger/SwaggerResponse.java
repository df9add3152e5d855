package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractFile;
import dev.assay.contract.source.ContractNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An answer, of which the operation knows the media types.
 *
 * @param named where it is named, perhaps by a reference
 */
record SwaggerResponse(ContractNode named) {

  private static final String JSON = "application/json";
  private static final String ANY = "*/*";

  ContractNode said() {
    return named.followed();
  }

  /** It as OpenAPI has it. */
  ObjectNode converted(List<String> produces, ContractFile file, List<String> lost) {
    PlacedObject made = PlacedObject.in(file).takeExtensions(said()).take("description", said());
    PlacedObject headers = PlacedObject.in(file);
    said()
        .at("headers")
        .members()
        .forEach((name, header) -> headers.put(name, header(name, header, lost), header.place()));
    made.put("headers", headers.node(), said().child("headers").place());
    PlacedObject content = PlacedObject.in(file);
    for (String type : types(produces)) {
      content.put(type, content(type, file), said().place());
    }
    return made.put("content", content.node(), said().place()).node();
  }

  /**
   * An object has no form in an image or a text: where nothing else is said, as of a refusal, JSON
   * is one that it may have. Where no media type is said at all, any may come.
   */
  private Set<String> types(List<String> produces) {
    ContractNode schema = said().at("schema");
    Set<String> types = new LinkedHashSet<>();
    if (schema.isThere()) {
      boolean structured = Set.of("object", "array").contains(schema.node().path("type").asText());
      if (structured
          && produces.stream().noneMatch(type -> type.matches("(?i).*[/+](json|xml).*"))) {
        types.add(JSON);
      }
      types.addAll(produces.isEmpty() ? List.of(ANY) : produces);
    }
    said().at("examples").node().fieldNames().forEachRemaining(types::add);
    return types;
  }

  private ObjectNode content(String type, ContractFile file) {
    PlacedObject content = PlacedObject.in(file);
    JsonNode schema = SwaggerParameter.schemaOf(named);
    boolean isFile = said().at("schema").node().path("type").asText().equals("file");
    if (said().child("schema").isThere() && !type.equals(ANY)) {
      content.put("schema", isFile ? bytes() : schema, said().child("schema").place());
    }
    return content.take("example", said().at("examples"), type).node();
  }

  private static JsonNode bytes() {
    return JsonNodeFactory.instance.objectNode().put("type", "string").put("format", "binary");
  }

  private ObjectNode header(String name, ContractNode header, List<String> lost) {
    String format = header.optional("collectionFormat").orElse("csv");
    boolean readable = format.equals("csv") || !header.node().has("items");
    if (!readable) {
      lost.add(
          "what is listed in the header %s (%s): only lists with commas are"
              .formatted(name, header.place().fileAndLine()));
    }
    JsonNode schema = readable ? header.node() : JsonNodeFactory.instance.objectNode();
    return JsonNodeFactory.instance.objectNode().set("schema", schema);
  }
}
