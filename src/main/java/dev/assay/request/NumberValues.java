package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers that a schema allows. */
final class NumberValues {

  private NumberValues() {}

  /**
   * The number of that place among those that the schema allows, from 1 on or else from the least
   * of them.
   */
  static JsonNode of(JsonNode schema, int place) {
    BigDecimal step = step(schema);
    BigDecimal least = least(schema, step);
    BigDecimal most = most(schema);
    BigDecimal value = least == null ? null : aligned(least, step);
    if (value == null || isBelow(value, BigDecimal.ONE, most, step)) {
      value = aligned(BigDecimal.ONE, step);
    }
    if (most != null && value.compareTo(most) > 0) {
      value = most.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }
    return number(value.add(step.multiply(BigDecimal.valueOf(turn(place, value, most, step)))));
  }

  /** Where few are allowed, they come in turn. */
  private static long turn(int place, BigDecimal first, BigDecimal most, BigDecimal step) {
    return most == null
        ? place
        : BigDecimal.valueOf(place)
            .remainder(most.subtract(first).divide(step, 0, RoundingMode.FLOOR).add(BigDecimal.ONE))
            .longValue();
  }

  private static boolean isBelow(
      BigDecimal value, BigDecimal one, BigDecimal most, BigDecimal step) {
    BigDecimal usual = aligned(one, step);
    return value.signum() < 0 && (most == null || usual.compareTo(most) <= 0);
  }

  private static BigDecimal aligned(BigDecimal value, BigDecimal step) {
    return value.divide(step, 0, RoundingMode.CEILING).multiply(step);
  }

  private static BigDecimal step(JsonNode schema) {
    BigDecimal multiple = bound(schema, "multipleOf");
    boolean whole = SchemaParts.type(schema).equals("integer");
    if (multiple == null) {
      return whole || !isNarrow(schema) ? BigDecimal.ONE : new BigDecimal("0.001");
    }
    return whole && multiple.stripTrailingZeros().scale() > 0
        ? multiple.multiply(BigDecimal.TEN.pow(multiple.stripTrailingZeros().scale()))
        : multiple;
  }

  /** Whether no whole number may lie between the bounds. */
  private static boolean isNarrow(JsonNode schema) {
    BigDecimal least = least(schema, new BigDecimal("0.001"));
    BigDecimal most = most(schema);
    return least != null && most != null && most.subtract(least).compareTo(BigDecimal.ONE) < 0;
  }

  private static BigDecimal least(JsonNode schema, BigDecimal step) {
    BigDecimal minimum = bound(schema, "minimum");
    BigDecimal excluded = bound(schema, "exclusiveMinimum");
    if (excluded == null || (minimum != null && minimum.compareTo(excluded) > 0)) {
      return minimum;
    }
    return aligned(excluded, step).compareTo(excluded) > 0 ? excluded : excluded.add(step);
  }

  private static BigDecimal most(JsonNode schema) {
    BigDecimal maximum = bound(schema, "maximum");
    BigDecimal excluded = bound(schema, "exclusiveMaximum");
    if (excluded == null || (maximum != null && maximum.compareTo(excluded) < 0)) {
      return maximum;
    }
    return excluded.subtract(new BigDecimal("0.001"));
  }

  private static BigDecimal bound(JsonNode schema, String keyword) {
    return schema.path(keyword).isNumber() ? schema.get(keyword).decimalValue() : null;
  }

  /** It as JSON: whole numbers without a point. */
  static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > 0) {
      return DecimalNode.valueOf(plain);
    }
    BigInteger whole = plain.toBigInteger();
    return whole.bitLength() < 64
        ? JsonNodeFactory.instance.numberNode(whole.longValue())
        : JsonNodeFactory.instance.numberNode(whole);
  }
}
