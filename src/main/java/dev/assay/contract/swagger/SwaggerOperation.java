package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractNode;
import dev.assay.yaml.YamlNode.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation, which becomes one of OpenAPI 3.0 where it stands.
 *
 * @param root the whole file
 * @param path the path that the operation stands under
 * @param node the operation
 * @param lost gets a sentence for what OpenAPI cannot say
 */
record SwaggerOperation(
    ContractNode root, ContractNode path, ContractNode node, List<String> lost) {

  private static final String JSON = "application/json";

  void convert() {
    PlacedObject whole = PlacedObject.of((ObjectNode) node.node(), node.file());
    List<SwaggerParameter> all = parameters();
    List<SwaggerParameter> body = all.stream().filter(SwaggerParameter::isInBody).toList();
    if (!body.isEmpty()) {
      whole.put("requestBody", requestBody(body), body.get(0).said().place());
    }
    whole.put("parameters", outsideTheBody(all), node.child("parameters").place());
    whole.put("responses", responses(), node.child("responses").place());
    all.forEach(parameter -> parameter.lost().ifPresent(lost::add));
  }

  /** Those of the operation take the place of the path's own (Swagger 2.0, Operation Object). */
  private List<SwaggerParameter> parameters() {
    List<SwaggerParameter> own = SwaggerParameter.of(node);
    List<SwaggerParameter> all = new ArrayList<>(SwaggerParameter.of(path));
    all.removeIf(parameter -> own.stream().anyMatch(parameter::isSame));
    all.addAll(own);
    return all;
  }

  private ArrayNode outsideTheBody(List<SwaggerParameter> all) {
    ArrayNode others = JsonNodeFactory.instance.arrayNode();
    Map<String, Place> places = new HashMap<>();
    node.file().tree().places().put(others, places);
    all.stream()
        .filter(parameter -> !parameter.isInBody())
        .forEach(
            parameter -> {
              places.put(Integer.toString(others.size()), parameter.said().place());
              others.add(parameter.converted(node.file()));
            });
    return others;
  }

  private ObjectNode requestBody(List<SwaggerParameter> parameters) {
    SwaggerParameter first = parameters.get(0);
    if (parameters.size() > 1 && parameters.stream().anyMatch(SwaggerParameter::isBody)) {
      throw parameters
          .get(1)
          .said()
          .flaw(
              "a body has no other body and no form beside it, and one is at %s; remove one"
                  .formatted(first.said().place().fileAndLine()));
    }
    PlacedObject content = PlacedObject.in(node.file());
    Place place = first.said().place();
    if (first.isBody()) {
      List<String> types = types("consumes");
      (types.isEmpty() ? List.of(JSON) : types)
          .forEach(type -> content.put(type, first.content(type, node.file()), place));
    } else {
      SwaggerForm form = new SwaggerForm(parameters, node.file());
      form.types(types("consumes")).forEach(type -> content.put(type, form.content(), place));
    }
    ObjectNode body = PlacedObject.in(node.file()).put("content", content.node(), place).node();
    return body.put("required", parameters.stream().anyMatch(SwaggerParameter::isRequired));
  }

  private ObjectNode responses() {
    ContractNode responses = node.at("responses");
    PlacedObject made = PlacedObject.in(node.file());
    responses
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              SwaggerResponse response = new SwaggerResponse(responses.child(key));
              JsonNode converted =
                  key.startsWith("x-")
                      ? response.said().node()
                      : response.converted(types("produces"), node.file(), lost);
              made.put(key, converted, response.said().place());
            });
    return made.node();
  }

  /** Of the operation, or else of the whole file. */
  private List<String> types(String key) {
    return (node.child(key).isThere() ? node : root).texts(key);
  }
}
