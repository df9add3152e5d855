package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How large a file may be. Where a document does not say what its unit means, there are sizes that
 * one reading allows and another forbids.
 *
 * @param acceptedUpTo the largest size that every reading allows, in bytes
 * @param refusedAbove the largest size that some reading allows, in bytes
 */
public record SizeLimit(long acceptedUpTo, long refusedAbove) {

  static SizeLimit of(JsonNode limits) {
    long most = limits.path("maxBytes").asLong();
    return new SizeLimit(
        limits.path("acceptedUpToBytes").asLong(most),
        limits.path("refusedAboveBytes").asLong(most));
  }

  /** Whether the documents leave no size open. */
  public boolean isExact() {
    return acceptedUpTo == refusedAbove;
  }
}
