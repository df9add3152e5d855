package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.schema.SchemaReader.Direction;
import dev.assay.contract.source.ContractNode;
import java.util.List;
import java.util.Map;

/**
 * The property whose value names one of several schemas (OpenAPI, Discriminator Object). Where a
 * mapping says which, it is a rule; names that only follow from those of the schemas are no more
 * than what requests say.
 *
 * @param here a schema
 * @param direction for whom it is
 */
record Discriminator(ContractNode here, Direction direction) {

  /** Says in each alternative what its name is, if the alternative does not say so itself. */
  void addTo(ObjectNode whole) {
    String property = here.node().at("/discriminator/propertyName").asText();
    boolean mapped = here.node().at("/discriminator/mapping").isObject();
    if (property.isEmpty() || !(mapped || direction == Direction.REQUEST)) {
      return;
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode alternatives = whole.path(choice);
      for (int i = 0; i < alternatives.size(); i++) {
        String reference = here.node().path(choice).path(i).path("$ref").asText();
        if (!reference.isEmpty() && alternatives.get(i) instanceof ObjectNode alternative) {
          name(alternative, property, reference);
        }
      }
    }
  }

  private void name(ObjectNode alternative, String property, String reference) {
    ObjectNode named = alternative.withObject("/properties").withObject("/" + property);
    if (!named.has("const") && !named.has("enum")) {
      named.put("const", name(reference));
    }
  }

  private String name(String reference) {
    String last = reference.replaceAll(".*/", "");
    for (Map.Entry<String, JsonNode> each : here.node().at("/discriminator/mapping").properties()) {
      if (each.getValue().asText().replaceAll(".*/", "").equals(last)) {
        return each.getKey();
      }
    }
    return last;
  }
}
