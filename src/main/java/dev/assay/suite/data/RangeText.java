package dev.assay.suite.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.verdict.BodyExpectations;
import java.math.BigInteger;

/** Says how an answer chose to look where the documents leave it open. */
public final class RangeText {

  private static final int LONG_BITS = 63;

  private RangeText() {}

  public static String range(JsonNode id) {
    return BodyExpectations.whole(id)
        .map(number -> number + (fitsLong(number) ? ", within" : ", beyond") + " signed 64 bits")
        .orElse("no whole number");
  }

  private static boolean fitsLong(BigInteger number) {
    return number.bitLength() <= LONG_BITS;
  }
}
