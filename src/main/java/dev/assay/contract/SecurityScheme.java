package dev.assay.contract;

import dev.assay.contract.source.ContractNode;
import java.util.Optional;

/**
 * How a client shows who it is.
 *
 * @param id its name in the contract
 * @param kind what is sent
 * @param in {@code header}, {@code query} or {@code cookie}
 * @param name the header, the parameter or the cookie
 * @param value the target's value that is sent, if the contract names it
 */
public record SecurityScheme(String id, Kind kind, String in, String name, Optional<String> value) {

  /** What is sent. */
  public enum Kind {
    /** The word Bearer and a token (RFC 6750). */
    BEARER("Bearer "),
    /** The word Basic and a name with a password (RFC 7617). */
    BASIC("Basic "),
    /** The bare token. */
    KEY("");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** What stands before the token. */
    public String prefix() {
      return prefix;
    }
  }

  /** Whether it is one that requests carry, and no matter of the connection. */
  static boolean hasCredential(ContractNode node) {
    return !node.text("type").equals("mutualTLS");
  }

  /** Whether it is a user with a password (RFC 7617). */
  static boolean isBasic(ContractNode node) {
    return node.text("type").equals("http") && node.text("scheme").equalsIgnoreCase("basic");
  }
}
