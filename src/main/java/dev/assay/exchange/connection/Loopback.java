package dev.assay.exchange.connection;

import java.net.URI;
import java.util.regex.Pattern;

/** Tells this machine from all others, by the name or address in a URL. */
public final class Loopback {

  private static final Pattern HOST = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private Loopback() {}

  /** Whether the URL's host is this machine (RFC 1122, section 3.2.1.3; RFC 6761, section 6.3). */
  public static boolean is(URI uri) {
    return Authority.of(uri).filter(to -> HOST.matcher(to.host()).matches()).isPresent();
  }
}
