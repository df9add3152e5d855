package dev.assay.exchange.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy (RFC 9110, section 3.7), spoken to without TLS.
 *
 * @param address where it is
 * @param credentials what it is told in Proxy-Authorization, if anything
 * @param setting where it was set, in words: a key of the target file or a variable
 */
public record Proxy(Authority address, Optional<Credentials> credentials, String setting) {

  /**
   * Who one is to a proxy.
   *
   * @param password is a secret
   */
  public record Credentials(String user, String password) {

    /** What Basic authentication sends (RFC 7617, section 2). Is a secret. */
    public String basic() {
      return Base64.getEncoder()
          .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "…";
    }
  }

  /** The value of Proxy-Authorization, if there are credentials. Is a secret. */
  public Optional<String> authorization() {
    return credentials.map(given -> "Basic " + given.basic());
  }

  /** Without credentials, as people write it. */
  @Override
  public String toString() {
    return "http://" + address;
  }
}
