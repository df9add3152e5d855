package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a text in a header or a parameter means, which has no types of its own. */
public final class WrittenValue {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WrittenValue() {}

  /** Everything that it can mean: the text itself, a number, true or false, or a list of those. */
  public static List<JsonNode> meanings(JsonNode schema, String text) {
    List<JsonNode> meanings = new ArrayList<>(single(text));
    if (schema.path("type").toString().contains("array") || schema.has("items")) {
      ArrayNode list = JSON.arrayNode();
      for (String item : text.split(",", -1)) {
        List<JsonNode> each = single(item.strip());
        boolean texts = schema.path("items").path("type").asText("string").equals("string");
        list.add(each.get(texts ? 0 : each.size() - 1));
      }
      meanings.add(list);
    }
    return meanings;
  }

  private static List<JsonNode> single(String text) {
    List<JsonNode> meanings = new ArrayList<>(List.of(JSON.textNode(text)));
    if (text.matches("-?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?")) {
      BigDecimal number = new BigDecimal(text);
      meanings.add(
          number.stripTrailingZeros().scale() <= 0 && text.indexOf('.') < 0
              ? JSON.numberNode(number.toBigInteger())
              : JSON.numberNode(number));
    }
    if (text.equals("true") || text.equals("false")) {
      meanings.add(JSON.booleanNode(text.equals("true")));
    }
    return meanings;
  }
}
