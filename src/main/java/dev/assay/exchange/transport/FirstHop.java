package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.HostName;
import dev.assay.exchange.connection.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.apache.http.HttpHost;
import org.apache.http.conn.HttpInetSocketAddress;

/**
 * How connections get to a host, as its scheme, name and port say.
 *
 * @param target the host, as URLs name it
 * @param host the host and port that a connection is opened to
 * @param tunnel what is asked for there, if anything
 */
@SuppressWarnings("deprecation")
record FirstHop(HttpHost target, HttpHost host, Optional<Tunnel> tunnel) {

  /** The one on the way to an address that a host's name was resolved to. */
  static FirstHop to(InetSocketAddress resolved, Connection connection) {
    return to(((HttpInetSocketAddress) resolved).getHttpHost(), connection);
  }

  /** The one on the way to that host. */
  static FirstHop to(HttpHost target, Connection connection) {
    boolean tls = "https".equalsIgnoreCase(target.getSchemeName());
    int port =
        target.getPort() >= 0 ? target.getPort() : Authority.usualPort(target.getSchemeName());
    Optional<ConnectTo> instead =
        connection.connectTo().filter(to -> to.isFor(target.getHostName(), port));
    Optional<Proxy> proxy =
        tls ? connection.proxies().to(URI.create(target.toURI())) : Optional.empty();
    if (proxy.isPresent()) {
      String authority =
          instead
              .map(ConnectTo::authority)
              .orElse(HostName.bracketed(target.getHostName()) + ":" + port);
      return new FirstHop(
          target,
          new HttpHost(proxy.get().host(), proxy.get().port()),
          Optional.of(new Tunnel(proxy.get(), authority)));
    }
    return new FirstHop(
        target,
        instead.map(to -> new HttpHost(to.host(), to.port())).orElse(target),
        Optional.empty());
  }

  /** The address to connect to, where the host's name was resolved to that one. */
  InetSocketAddress at(InetSocketAddress resolved) {
    int port = host.getPort() >= 0 ? host.getPort() : resolved.getPort();
    return new HttpInetSocketAddress(target, resolved.getAddress(), port);
  }
}
