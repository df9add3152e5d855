package dev.assay.contract.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What a keyword may have that holds no other objects.
 *
 * @param words for it
 * @param allows whether that is one
 */
record SingleValue(String words, Predicate<JsonNode> allows) {

  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array", "null", "file");

  /** A media type or a range of them (RFC 9110, sections 8.3.1 and 12.5.1). */
  static final String MEDIA = "[!#$%&'*+.^_`|~\\w-]+/[!#$%&'*+.^_`|~\\w-]+\\s*(;.*)?";

  static final Map<String, SingleValue> ALL =
      Map.ofEntries(
          Map.entry("text", new SingleValue("a text", JsonNode::isValueNode)),
          Map.entry("flag", new SingleValue("true or false", SingleValue::isFlag)),
          Map.entry("number", new SingleValue("a number", JsonNode::isNumber)),
          Map.entry(
              "bound", new SingleValue("true or false", node -> node.isNumber() || isFlag(node))),
          Map.entry(
              "positive",
              new SingleValue(
                  "a number above 0", node -> node.isNumber() && node.decimalValue().signum() > 0)),
          Map.entry("count", new SingleValue("a whole number from 0", SingleValue::isCount)),
          Map.entry("pattern", new SingleValue("a regular expression", JsonNode::isTextual)),
          Map.entry(
              "types",
              new SingleValue(
                  "string, number, integer, boolean, object, array or null",
                  node -> all(node, type -> TYPES.contains(type.asText())))),
          Map.entry(
              "names",
              new SingleValue(
                  "a list of names, such as [id]",
                  node -> node.isArray() && all(node, JsonNode::isValueNode))),
          Map.entry(
              "values",
              new SingleValue(
                  "a list of values, such as [a, b]", node -> !node.isEmpty() && node.isArray())),
          Map.entry(
              "medias",
              new SingleValue(
                  "a list of media types, such as [application/json]",
                  node -> node.isArray() && all(node, type -> type.asText().matches(MEDIA)))),
          Map.entry("keyplace", oneOf("header", "query", "cookie")),
          Map.entry(
              "style",
              oneOf(
                  "matrix",
                  "label",
                  "simple",
                  "form",
                  "spaceDelimited",
                  "pipeDelimited",
                  "deepObject")),
          Map.entry("security", oneOf("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")));

  private static SingleValue oneOf(String... words) {
    return new SingleValue(
        "one of " + String.join(", ", words), node -> Arrays.asList(words).contains(node.asText()));
  }

  /** Whether that holds for it, or for each of its items. */
  private static boolean all(JsonNode node, Predicate<JsonNode> one) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).allMatch(one)
        : one.test(node);
  }

  private static boolean isFlag(JsonNode node) {
    return node.isBoolean() || node.asText().equals("true") || node.asText().equals("false");
  }

  private static boolean isCount(JsonNode node) {
    return node.isNumber()
        && node.decimalValue().signum() >= 0
        && node.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
  }

  /** What stands there, in words. */
  static String found(JsonNode node) {
    if (node.isObject()) {
      return "keys";
    }
    if (node.isArray()) {
      return node.isEmpty() ? "an empty list" : "a list";
    }
    return switch (node.getNodeType()) {
      case NULL -> "nothing";
      case STRING -> "the text `%s`".formatted(shortened(node.textValue()));
      default -> "`%s`".formatted(shortened(node.asText()));
    };
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
