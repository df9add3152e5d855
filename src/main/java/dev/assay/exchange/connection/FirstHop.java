package dev.assay.exchange.connection;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How connections get to a host: where the first of them leads, and what is said there before the
 * host itself can be spoken to. It is decided here, for whoever connects.
 *
 * @param host as URLs name it
 * @param secured whether TLS is spoken with it
 * @param proxy on the way, if any
 * @param instead of the host's own address, if any
 */
public record FirstHop(
    Authority host, boolean secured, Optional<Proxy> proxy, Optional<ConnectTo> instead) {

  /** What is connected to behind the proxy, or without one. */
  public Authority end() {
    return instead.map(ConnectTo::address).orElse(host);
  }

  /** What a connection is opened to. Its name is not resolved. */
  public InetSocketAddress address() {
    Authority first = proxy.map(Proxy::address).orElseGet(this::end);
    return InetSocketAddress.createUnresolved(HostName.bare(first.host()), first.port());
  }

  /** Whether that is anything else than the address of the host's name. */
  public boolean isSet() {
    return proxy.isPresent() || instead.isPresent();
  }

  /** Whether it leads the same way as that one, whoever set it so. */
  public boolean isLike(FirstHop other) {
    return host.equals(other.host)
        && secured == other.secured
        && address().equals(other.address())
        && end().equals(other.end())
        && proxy.flatMap(Proxy::authorization).equals(other.proxy.flatMap(Proxy::authorization));
  }

  /** The proxy that opens a tunnel to {@link #end} (RFC 9110, section 9.3.6), if one has to. */
  public Optional<Proxy> tunnelled() {
    return proxy.filter(through -> secured);
  }

  /** The proxy that passes on requests whose line names {@link #end} (RFC 9112, section 3.2.2). */
  public Optional<Proxy> forwarded() {
    return proxy.filter(through -> !secured);
  }

  /** How such a request line begins, up to the path. */
  public String forwardedOrigin() {
    boolean usual = end().port() == Authority.usualPort("http");
    return "http://" + (usual ? end().host() : end());
  }

  /** The name that TLS tells the host, and looks for in its certificate. */
  public String serverName() {
    return HostName.bare(host.host());
  }
}
