package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.request.SchemaVariants.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Other values in place of one, as its own schema suggests them. Whether each is what it is meant
 * to be, validation tells.
 *
 * @param schema its own, one alternative of each choice
 * @param typed whether it is written with its type, as in JSON
 */
record ValueVariants(JsonNode schema, boolean typed) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_CHOICES = 20;
  private static final int MOST_ITEMS = 100;
  private static final int LONGEST = 10_000;
  private static final String UNLIKELY = "\u00a7 assay \u00a7";

  List<Variant> of(JsonNode value) {
    List<Variant> all = new ArrayList<>();
    choices(all);
    types(all);
    if (value.isNumber()) {
      numbers(all);
    } else if (value.isTextual()) {
      texts(all, value.textValue());
    } else if (value.isArray()) {
      lists(all, (ArrayNode) value);
    } else if (value.isObject()) {
      tooMany(all, (ObjectNode) value);
    }
    return all;
  }

  private void choices(List<Variant> all) {
    JsonNode list = schema.path("enum");
    for (int i = 0; i < Math.min(list.size(), MOST_CHOICES); i++) {
      String slug = list.get(i).asText().replaceAll("[^A-Za-z0-9]+", "-");
      valid(all, "value-" + (slug.isEmpty() ? i : slug), "as " + list.get(i), list.get(i));
    }
    if (!list.isEmpty() || schema.has("const")) {
      JsonNode other = unlisted(list.isEmpty() ? schema.get("const") : list.get(0));
      invalid(all, "not-listed", "as " + other + ", which is not listed,", other);
    }
  }

  /** As long as what is listed, where that is told too. */
  private JsonNode unlisted(JsonNode listed) {
    if (listed.isNumber()) {
      return JSON.numberNode(listed.asLong() + 987_654);
    }
    if (listed.isBoolean()) {
      return JSON.booleanNode(!listed.booleanValue());
    }
    boolean sized = schema.has("minLength") || schema.has("maxLength");
    return JSON.textNode(sized ? "~".repeat(listed.asText().length()) : "assay-unlisted");
  }

  /** A text that has no type may be read as a list of one. */
  private void types(List<Variant> all) {
    if (typed || !Set.of("string", "array", "object").contains(SchemaParts.type(schema))) {
      invalid(all, "other-type", "as a text", JSON.textNode(UNLIKELY));
    }
    if (!typed) {
      return;
    }
    boolean text = SchemaParts.type(schema).equals("string");
    invalid(all, text ? "no-text" : "as-number", "as a number", JSON.numberNode(4_711));
    invalid(all, "null", "as null", JSON.nullNode());
    valid(all, "null", "as null", JSON.nullNode());
    invalid(all, "as-object", "as an object", JSON.objectNode().put("assay", 1));
  }

  private void numbers(List<Variant> all) {
    bound(all, "minimum", BigDecimal.ONE.negate());
    bound(all, "maximum", BigDecimal.ONE);
    excluded(all, "exclusiveMinimum");
    excluded(all, "exclusiveMaximum");
    if (schema.path("multipleOf").isNumber()) {
      BigDecimal step = schema.get("multipleOf").decimalValue();
      BigDecimal half = isWhole() ? BigDecimal.ONE : step.divide(BigDecimal.valueOf(2));
      BigDecimal base = NumberValues.of(schema, 0).decimalValue();
      invalid(
          all,
          "no-multiple",
          "as no multiple of " + schema.get("multipleOf"),
          NumberValues.number(base.add(half)));
    }
    if (isWhole()) {
      BigDecimal base = NumberValues.of(schema, 0).decimalValue();
      invalid(
          all, "fraction", "with a fraction", NumberValues.number(base.add(new BigDecimal("0.5"))));
    }
  }

  private void bound(List<Variant> all, String keyword, BigDecimal beyond) {
    if (schema.path(keyword).isNumber()) {
      BigDecimal bound = schema.get(keyword).decimalValue();
      valid(all, "at-" + keyword, "at its " + keyword, NumberValues.number(bound));
      invalid(
          all,
          "beyond-" + keyword,
          "beyond its " + keyword,
          NumberValues.number(beyond(bound, beyond)));
    }
  }

  /** By a whole multiple, where it must be one, so that nothing else is wrong with it. */
  private BigDecimal beyond(BigDecimal bound, BigDecimal by) {
    if (!schema.path("multipleOf").isNumber()
        || schema.path("multipleOf").decimalValue().signum() <= 0) {
      return bound.add(by);
    }
    BigDecimal step = schema.get("multipleOf").decimalValue();
    RoundingMode away = by.signum() < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal next = bound.divide(step, 0, away).multiply(step);
    return next.compareTo(bound) == 0 ? next.add(step.multiply(by)) : next;
  }

  private boolean isWhole() {
    return SchemaParts.type(schema).equals("integer");
  }

  private void excluded(List<Variant> all, String keyword) {
    if (schema.path(keyword).isNumber()) {
      JsonNode bound = NumberValues.number(schema.get(keyword).decimalValue());
      invalid(all, "at-" + keyword.toLowerCase(Locale.ROOT), "at its " + keyword, bound);
    }
  }

  private void texts(List<Variant> all, String text) {
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(LONGEST + 1);
    if (least > 0) {
      length(all, text, least, true);
      length(all, text, least - 1, false);
    }
    if (most <= LONGEST) {
      length(all, text, most, true);
      length(all, text, most + 1, false);
    }
    String sized = "~".repeat(Math.max(least, Math.min(most, UNLIKELY.length())));
    invalid(all, "no-match", "as a text that breaks its pattern", JSON.textNode(sized));
    invalid(all, "no-match", "as a text that breaks its pattern", JSON.textNode(UNLIKELY));
    String format = schema.path("format").asText();
    if (!format.isEmpty()) {
      invalid(all, "no-" + format, "as a text that is no " + format, JSON.textNode(UNLIKELY));
      invalid(all, "no-" + format, "as a text that is no " + format, JSON.textNode("^(\\"));
    }
  }

  private static void length(List<Variant> all, String text, int length, boolean valid) {
    String base = text.isEmpty() ? "x" : text;
    String fitted = base.repeat(length / base.length() + 1).substring(0, length);
    all.add(new Variant("length-" + length, "of length " + length, JSON.textNode(fitted), valid));
  }

  /** Members of other names with the value of one that is there. */
  private void tooMany(List<Variant> all, ObjectNode object) {
    int most = schema.path("maxProperties").asInt(MOST_ITEMS + 1);
    if (most <= MOST_ITEMS) {
      JsonNode value = object.isEmpty() ? JSON.textNode("assay") : object.elements().next();
      ObjectNode more = object.deepCopy();
      for (int i = 0; more.size() <= most; i++) {
        more.set("assay" + i, value);
      }
      invalid(all, "too-many-members", "with too many members", more);
    }
  }

  private void lists(List<Variant> all, ArrayNode list) {
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(MOST_ITEMS + 1);
    if (typed) {
      valid(all, "no-items", "without items", JSON.arrayNode());
    }
    if (list.size() > 1) {
      valid(all, "one-item", "with one item", sized(list, 1));
    }
    if (least > 1 || (typed && least > 0)) {
      invalid(all, "too-few-items", "with too few items", sized(list, least - 1));
      valid(all, "fewest-items", "with as few items as may be", sized(list, least));
    }
    if (most <= MOST_ITEMS) {
      valid(all, "most-items", "with as many items as may be", sized(list, most));
      invalid(all, "too-many-items", "with too many items", sized(list, most + 1));
    }
    if (schema.path("uniqueItems").asBoolean() && !list.isEmpty()) {
      ArrayNode twice = list.deepCopy();
      twice.add(list.get(0));
      invalid(all, "item-twice", "with an item twice", twice);
    }
    if (typed && schema.has("contains")) {
      invalid(all, "contains-none", "without what it must contain", JSON.arrayNode());
    }
  }

  private ArrayNode sized(ArrayNode list, int size) {
    ArrayNode sized = JSON.arrayNode();
    for (int i = 0; i < Math.min(size, list.size()); i++) {
      sized.add(list.get(i));
    }
    for (int i = sized.size(); i < size; i++) {
      JsonNode items = schema.path("items");
      JsonNode last = list.isEmpty() ? first(items, i) : list.get(list.size() - 1);
      sized.add(schema.path("uniqueItems").asBoolean() ? another(items, last, i) : last);
    }
    return sized;
  }

  private static JsonNode first(JsonNode items, int place) {
    return items.path("type").asText().equals("string")
        ? JSON.textNode("assay")
        : JSON.numberNode(place);
  }

  private static JsonNode another(JsonNode items, JsonNode last, int place) {
    if (last.isNumber()) {
      return NumberValues.of(items, place + 1);
    }
    if (last.isTextual() && items.path("enum").isEmpty()) {
      return JSON.textNode(
          another(last.textValue(), place, items.path("maxLength").asInt(LONGEST)));
    }
    JsonNode list = items.path("enum");
    return list.isEmpty() ? last : list.get(place % list.size());
  }

  private static String another(String text, int place, int longest) {
    String mark = Integer.toString(place);
    int kept = Math.max(0, Math.min(text.length(), longest - mark.length()));
    return text.substring(0, kept) + mark;
  }

  private static void valid(List<Variant> all, String name, String says, JsonNode value) {
    all.add(new Variant(name, says, value, true));
  }

  private static void invalid(List<Variant> all, String name, String says, JsonNode value) {
    all.add(new Variant(name, says, value, false));
  }
}
