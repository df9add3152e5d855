package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.schema.SchemaRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of schemas, which take longer to make than to apply. Safe for use by any threads. */
final class SchemaMemory {

  private final Map<JsonNode, SchemaRules> known = new ConcurrentHashMap<>();

  /** Whether a value keeps the rules of that schema. */
  boolean allows(JsonNode schema, JsonNode value) {
    return schema.isMissingNode()
        || (schema.isEmpty() && schema.isObject())
        || known.computeIfAbsent(schema, SchemaRules::of).allow(value);
  }
}
