package dev.assay.exchange.connection;

import java.net.URI;
import java.util.Optional;

/**
 * The proxies on the way to URLs.
 *
 * @param http for http URLs
 * @param https for https URLs, through a tunnel (RFC 9110, section 9.3.6)
 * @param except whom no proxy leads to
 */
public record Proxies(Optional<Proxy> http, Optional<Proxy> https, NoProxy except) {

  private static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), NoProxy.nobody());

  /** None, to anybody. */
  public static Proxies none() {
    return NONE;
  }

  /** One for all. */
  public static Proxies all(Proxy proxy) {
    return new Proxies(Optional.of(proxy), Optional.of(proxy), NoProxy.nobody());
  }

  /** The proxy on the way to that URL, if any. */
  public Optional<Proxy> to(URI uri) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    return (tls ? https : http).filter(proxy -> !except.covers(uri));
  }
}
