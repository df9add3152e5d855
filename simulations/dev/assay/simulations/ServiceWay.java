package dev.assay.simulations;

import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.HostName;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.transport.ProxyRefusal;
import io.netty.channel.ConnectTimeoutException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The way to the host of a URL, as its service's settings have it.
 *
 * @param uri of that host
 * @param connection the settings
 */
record ServiceWay(URI uri, Connection connection) {

  /** The port that the URL leads to. */
  int port() {
    int given = authority().port();
    return given >= 0 ? given : isSecured() ? 443 : 80;
  }

  private Authority authority() {
    return Authority.of(uri).orElseThrow();
  }

  private boolean isSecured() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private Optional<ConnectTo> instead() {
    return connection.connectTo().filter(to -> to.isFor(authority().host(), port()));
  }

  Optional<Proxy> proxy() {
    return connection.proxies().to(uri);
  }

  /** Whether it leads elsewhere than to the address that the host's name resolves to. */
  boolean isSet() {
    return proxy().isPresent() || instead().isPresent();
  }

  /** Whether a tunnel leads through the proxy (RFC 9110, section 9.3.6). */
  boolean hasTunnel() {
    return proxy().isPresent() && isSecured();
  }

  /** What is connected to behind the proxy, or without one. Its name is not resolved. */
  InetSocketAddress end() {
    String host = HostName.bare(authority().host());
    return instead()
        .map(to -> InetSocketAddress.createUnresolved(to.host(), to.port()))
        .orElseGet(() -> InetSocketAddress.createUnresolved(host, port()));
  }

  /** What a connection is opened to. Its name is not resolved. */
  InetSocketAddress firstHop() {
    return proxy()
        .map(proxy -> InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))
        .orElseGet(this::end);
  }

  /** The end as a request line that is sent to a proxy names it. */
  String authorityOfEnd() {
    return instead().map(ConnectTo::authority).orElseGet(() -> authority().host() + ":" + port());
  }

  /** What was met on it, in words for people. */
  WayFailure failure(Throwable thrown) {
    if (thrown instanceof ProxyRefusal refusal) {
      return new WayFailure(
          "the proxy %s does not let through to %s (%s)"
              .formatted(refusal.proxy(), uri.getRawAuthority(), refusal.getMessage()));
    }
    String what =
        proxy()
            .map(proxy -> "the proxy %s, which %s names,".formatted(proxy, proxy.setting()))
            .orElseGet(
                () ->
                    "%s, which connectTo gives for %s,"
                        .formatted(authorityOfEnd(), authority().host()));
    return new WayFailure("%s cannot be reached: %s".formatted(what, obstacle(thrown)));
  }

  private static String obstacle(Throwable thrown) {
    if (thrown instanceof UnknownHostException) {
      return "its name does not resolve";
    }
    return thrown instanceof ConnectTimeoutException
        ? "it did not accept the connection in time"
        : "it refused the connection";
  }
}
