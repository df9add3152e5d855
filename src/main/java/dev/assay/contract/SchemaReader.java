package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a schema whole: references replaced by what they stand for, allOf by one schema. */
final class SchemaReader {

  private static final int DEEPEST = 40;

  private SchemaReader() {}

  /** The schema at that place; an empty object where there is none. */
  static JsonNode whole(ContractNode schema) {
    return schema.node().isObject() ? whole(schema, 0) : JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode whole(ContractNode schema, int depth) {
    if (depth > DEEPEST) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (schema.node().isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      schema.items().forEach(item -> items.add(whole(item, depth + 1)));
      return items;
    }
    if (!schema.node().isObject()) {
      return schema.node();
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, ContractNode> member : schema.members().entrySet()) {
      if (member.getKey().equals("allOf")) {
        member.getValue().items().forEach(part -> add(whole, whole(part, depth + 1)));
      } else {
        whole.set(member.getKey(), whole(member.getValue(), depth + 1));
      }
    }
    return whole;
  }

  private static void add(ObjectNode whole, JsonNode part) {
    for (Map.Entry<String, JsonNode> member : part.properties()) {
      JsonNode before = whole.path(member.getKey());
      if (before.isObject() && member.getValue().isObject()) {
        add((ObjectNode) before, member.getValue());
      } else if (member.getKey().equals("required") && before.isArray()) {
        whole.set("required", both(before, member.getValue()));
      } else {
        whole.set(member.getKey(), member.getValue());
      }
    }
  }

  private static ArrayNode both(JsonNode some, JsonNode more) {
    List<JsonNode> all = new ArrayList<>();
    some.forEach(all::add);
    more.forEach(all::add);
    return JsonNodeFactory.instance.arrayNode().addAll(all.stream().distinct().toList());
  }
}
