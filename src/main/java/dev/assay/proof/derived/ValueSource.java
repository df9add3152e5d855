package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.request.SchemaValues;
import dev.assay.request.TestData;
import java.util.Optional;

/** Values for schemas, and what schemas say of them. */
final class ValueSource {

  private static final SchemaValues VALUES = new SchemaValues(new TestData(20), true);

  private ValueSource() {}

  static Optional<JsonNode> of(JsonNode schema) {
    return VALUES.valid(schema, "answer");
  }

  static boolean allows(JsonNode schema, JsonNode value) {
    return SchemaRules.of(schema).allow(value);
  }
}
