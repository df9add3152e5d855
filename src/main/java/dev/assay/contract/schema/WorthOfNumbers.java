package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers by what they are worth, however they are written: to a schema, 1 and 1.0 are the same
 * (JSON Schema 2020-12, Core, 4.2.2). What is worth more than 10 to the power of a thousand is
 * written with that power, for it would fill the memory if its zeros were counted out.
 */
final class WorthOfNumbers {

  private static final int MOST_POWER = 1_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WorthOfNumbers() {}

  /** The same value with each number in one form; the value itself is left as it is. */
  static JsonNode in(JsonNode value) {
    if (value instanceof NumericNode number) {
      return value.isInt() ? value : number(number);
    }
    if (value instanceof ObjectNode object) {
      ObjectNode same = JSON.objectNode();
      object.properties().forEach(each -> same.set(each.getKey(), in(each.getValue())));
      return same;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode same = JSON.arrayNode(array.size());
      array.forEach(each -> same.add(in(each)));
      return same;
    }
    return value;
  }

  private static JsonNode number(NumericNode written) {
    if (written.isIntegralNumber()) {
      return whole(written.bigIntegerValue());
    }
    if (written.isNaN()) {
      return written; // or infinite, which only a file of another form than JSON can say
    }
    BigDecimal worth = readable(written.decimalValue().stripTrailingZeros());
    return worth.scale() > 0 ? JSON.numberNode(worth) : whole(worth.toBigIntegerExact());
  }

  private static JsonNode whole(BigInteger whole) {
    return whole.bitLength() < Integer.SIZE
        ? JSON.numberNode(whole.intValueExact())
        : whole.bitLength() < Long.SIZE
            ? JSON.numberNode(whole.longValueExact())
            : JSON.numberNode(whole);
  }

  private static BigDecimal readable(BigDecimal number) {
    long power = (long) number.precision() - number.scale() - 1;
    if (Math.abs(power) <= MOST_POWER) {
      return number;
    }
    int scale = number.precision() - 1 - (power > 0 ? MOST_POWER : -MOST_POWER);
    return new BigDecimal(number.unscaledValue(), scale);
  }
}
