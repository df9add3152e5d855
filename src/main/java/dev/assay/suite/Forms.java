package dev.assay.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.verdict.Members;
import java.math.BigInteger;

/** Says how an answer chose to look where the documents leave it open. */
final class Forms {

  private static final int LONG_BITS = 63;

  private Forms() {}

  static String range(JsonNode id) {
    return Members.whole(id)
        .map(number -> number + (fitsLong(number) ? ", within" : ", beyond") + " signed 64 bits")
        .orElse("no whole number");
  }

  private static boolean fitsLong(BigInteger number) {
    return number.bitLength() <= LONG_BITS;
  }
}
