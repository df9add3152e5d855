package dev.assay.suite.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A wrong value for a field, as its JSON Schema makes it wrong.
 *
 * @param name for case ids
 * @param says in words, to follow the field's name
 * @param value what is sent instead
 * @param wrongKind whether the value is not of the kind that the schema asks for
 */
record FieldMutation(String name, String says, JsonNode value, boolean wrongKind) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int VERY_LONG = 20_000;

  /** The wrong values for a field of that schema in a JSON body. */
  static List<FieldMutation> json(JsonNode schema, JsonNode good) {
    String type = schema.path("type").asText();
    List<FieldMutation> faults = new ArrayList<>();
    faults.add(new FieldMutation("null", "null", JSON.nullNode(), true));
    faults.add(new FieldMutation("boolean", "a boolean", JSON.booleanNode(true), true));
    faults.add(new FieldMutation("array", "an array", JSON.arrayNode().add(good), true));
    if (!type.equals("object")) {
      faults.add(new FieldMutation("object", "an object", JSON.objectNode().put("$gt", ""), true));
    } else {
      faults.add(new FieldMutation("empty", "empty", JSON.objectNode(), true));
    }
    if (!type.equals("integer")) {
      faults.add(new FieldMutation("number", "a number", number(good), true));
    } else {
      faults.add(
          new FieldMutation(
              "digits-as-text", "digits as text", JSON.textNode(good.asText()), false));
      faults.add(new FieldMutation("fraction", "a fraction", JSON.numberNode(0.5), true));
    }
    if (!type.equals("string")) {
      faults.add(new FieldMutation("text", "a word", JSON.textNode("word"), true));
    }
    faults.addAll(form(schema, good.asText()));
    return faults;
  }

  /** The wrong values for a field of that schema in a form, where everything is text. */
  static List<FieldMutation> form(JsonNode schema, String good) {
    boolean integer = schema.path("type").asText().equals("integer");
    boolean text = schema.path("type").asText().equals("string");
    List<FieldMutation> faults = new ArrayList<>();
    if (integer) {
      BigInteger beyond32 = BigInteger.ONE.shiftLeft(32).add(new BigInteger(good));
      BigInteger beyond64 = BigInteger.ONE.shiftLeft(64).add(new BigInteger(good));
      faults.add(number("negative", "negative", BigInteger.valueOf(-7)));
      faults.add(number("beyond-32-bits", "a number beyond 32 bits", beyond32));
      faults.add(number("beyond-64-bits", "a number beyond 64 bits", beyond64));
      faults.add(number("very-long", "a number of 400 digits", BigInteger.TEN.pow(399)));
      faults.add(new FieldMutation("empty", "empty", JSON.textNode(""), true));
    }
    if (text) {
      boolean mustHoldSomething = schema.path("minLength").asInt(0) > 0;
      String longText = "x".repeat(VERY_LONG);
      faults.add(new FieldMutation("empty", "empty", JSON.textNode(""), mustHoldSomething));
      faults.add(new FieldMutation("blanks", "nothing but blanks", JSON.textNode("   "), false));
      faults.add(
          new FieldMutation(
              "very-long",
              "a text of " + VERY_LONG + " characters",
              JSON.textNode(longText),
              false));
    }
    return faults;
  }

  /** The number that the digits spell, where there is nothing but digits. */
  private static JsonNode number(JsonNode good) {
    return JSON.numberNode(good.asText().matches("[1-9]\\d{0,17}") ? good.asLong() : 17);
  }

  private static FieldMutation number(String name, String says, BigInteger value) {
    return new FieldMutation(name, says, JSON.numberNode(value), false);
  }
}
