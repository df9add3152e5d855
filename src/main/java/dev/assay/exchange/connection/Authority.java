package dev.assay.exchange.connection;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL leads (RFC 3986, section 3.2). {@link URI} itself gives neither host nor port where
 * the host has an underscore in it, as those of Docker have.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param port -1 where the URL gives none
 */
public record Authority(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(?::(\\d{0,5}))?");
  private static final Pattern ODD = Pattern.compile("[^a-z0-9._-]");
  private static final int LAST_PORT = 65_535;

  /** That of the URL; empty if it has none, or a user in it, or a port that there is not. */
  public static Optional<Authority> of(URI uri) {
    return Optional.ofNullable(uri.getRawAuthority())
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(form -> new Authority(form.group(1).toLowerCase(Locale.ROOT), port(form.group(2))))
        .filter(authority -> authority.port <= LAST_PORT);
  }

  private static int port(String digits) {
    return digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }

  /** The first character that no host name can have (RFC 1123, section 2.1; and the underscore). */
  public Optional<String> oddCharacter() {
    Matcher odd = ODD.matcher(host.startsWith("[") ? "" : host);
    return odd.find() ? Optional.of(odd.group()) : Optional.empty();
  }
}
