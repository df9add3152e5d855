package dev.assay.exchange.connection;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL leads (RFC 3986, section 3.2), however it is spelled. {@link URI} itself gives
 * neither host nor port where the host has an underscore in it, as those of Docker have.
 *
 * @param host in lower case and without a dot at its end; an IPv6 address in brackets
 * @param port that of the scheme where the URL gives none
 */
public record Authority(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("([^@]*@)?(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(?::(\\d{0,5}))?");
  private static final int LAST_PORT = 65_535;

  /** That of the URL; empty if it has none, or a user in it, or a port that there is not. */
  public static Optional<Authority> of(URI uri) {
    return behindUser(uri).filter(any -> uri.getRawAuthority().indexOf('@') < 0);
  }

  /** The same, whether or not there is a user in it. */
  static Optional<Authority> behindUser(URI uri) {
    return Optional.ofNullable(uri.getRawAuthority())
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(
            form ->
                new Authority(
                    HostName.canonical(form.group(2)), port(form.group(3), uri.getScheme())))
        .filter(authority -> authority.port <= LAST_PORT);
  }

  private static int port(String digits, String scheme) {
    return digits == null || digits.isEmpty() ? usualPort(scheme) : Integer.parseInt(digits);
  }

  /** As a URL has it, always with a port. */
  @Override
  public String toString() {
    return host + ":" + port;
  }

  /** The port of URLs with that scheme that give none (RFC 9110, section 4.2). */
  public static int usualPort(String scheme) {
    return "https".equalsIgnoreCase(scheme) ? 443 : 80;
  }
}
