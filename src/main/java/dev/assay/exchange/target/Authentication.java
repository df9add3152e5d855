package dev.assay.exchange.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a service's token comes from, if it is fetched. */
public sealed interface Authentication {

  /** The place in the target file, for errors. */
  String key();

  /**
   * The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4).
   *
   * @param clientId of the client
   * @param clientSecret is a secret
   * @param inBody whether the client says who it is in the body, not in the Authorization header
   *     (RFC 6749, section 2.3.1)
   */
  record OAuth2(
      String key,
      URI tokenUrl,
      String clientId,
      String clientSecret,
      Optional<String> scope,
      Optional<String> audience,
      boolean inBody)
      implements Authentication {

    @Override
    public String toString() {
      return "OAuth 2.0 client credentials from " + tokenUrl;
    }
  }

  /**
   * What a program prints.
   *
   * @param command the program and its arguments; no shell is between
   */
  record Command(String key, List<String> command) implements Authentication {

    @Override
    public String toString() {
      return "what the command " + command.get(0) + " prints";
    }
  }

  /** What a file holds, such as one that something else keeps fresh. */
  record TokenFile(String key, Path file) implements Authentication {

    @Override
    public String toString() {
      return "the file " + file;
    }
  }
}
