package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.schema.SchemaReader.Direction;
import dev.assay.contract.source.ContractNode;
import java.util.List;

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
          nameAfter(reference, property, alternative);
        }
      }
    }
  }

  private void nameAfter(String reference, String property, ObjectNode alternative) {
    JsonNode mapping = here.node().at("/discriminator/mapping");
    setName(alternative, property, BaseSchema.mapped(mapping, reference.replaceAll(".*/", "")));
  }

  /** Says in a schema what its name is, if it does not say so itself. */
  static void setName(ObjectNode schema, String property, String name) {
    ObjectNode named = schema.withObjectProperty("properties").withObjectProperty(property);
    if (!named.has("const") && !named.has("enum")) {
      named.put("const", name);
    }
  }
}
