package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractFile;
import java.util.List;

/**
 * The fields of a form, which are parameters in Swagger 2.0 and a body in OpenAPI.
 *
 * @param fields each of them
 * @param file for which the body is made
 */
record SwaggerForm(List<SwaggerParameter> fields, ContractFile file) {

  private static final String PARTS = "multipart/form-data";
  private static final String PAIRS = "application/x-www-form-urlencoded";

  /** Those of the stated media types that a form can have, or the one that suits it. */
  List<String> types(List<String> stated) {
    boolean files = fields.stream().anyMatch(SwaggerParameter::isFile);
    List<String> possible =
        stated.stream()
            .filter(type -> type.equals(PARTS) || (type.equals(PAIRS) && !files))
            .toList();
    return possible.isEmpty() ? List.of(files ? PARTS : PAIRS) : possible;
  }

  ObjectNode content() {
    PlacedObject properties = PlacedObject.in(file);
    ObjectNode encoding = JsonNodeFactory.instance.objectNode();
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (SwaggerParameter field : fields) {
      String name = field.said().text("name");
      properties.put(name, field.schema(file).node(), field.said().place());
      field.style().ifPresent(style -> encoding.set(name, style.node()));
      if (field.isRequired()) {
        required.add(name);
      }
    }
    PlacedObject schema =
        PlacedObject.in(file).put("properties", properties.node(), fields.get(0).said().place());
    schema.node().put("type", "object").set("required", required);
    PlacedObject content =
        PlacedObject.in(file).put("schema", schema.node(), fields.get(0).said().place());
    return content.node().set("encoding", encoding);
  }
}
