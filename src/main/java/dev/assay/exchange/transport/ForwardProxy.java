package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Proxy;
import java.net.URI;
import java.util.Optional;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.conn.params.ConnRoutePNames;
import org.apache.http.params.HttpParams;

/**
 * A proxy that passes on what is sent without TLS (RFC 9112, section 3.2.2): the request line tells
 * it where to.
 */
@SuppressWarnings("deprecation")
final class ForwardProxy {

  private final Optional<Proxy> proxy;
  private final Optional<ConnectTo> instead;
  private final Optional<String> host;

  /** The one on the way to that URL, if there is one. */
  ForwardProxy(URI uri, Connection connection) {
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    proxy = plain ? connection.proxies().to(uri) : Optional.empty();
    Optional<Authority> to = proxy.flatMap(any -> Authority.of(uri));
    instead =
        to.flatMap(
            there -> connection.connectTo().filter(each -> each.isFor(there.host(), there.port())));
    host = to.map(there -> host(there, uri.getScheme()));
  }

  private static String host(Authority to, String scheme) {
    int port = to.port() == Authority.usualPort(scheme) ? -1 : to.port();
    return new HttpHost(to.host(), port).toHostString();
  }

  /** The settings of a client whose requests go through it. */
  HttpParams in(HttpParams params) {
    proxy.ifPresent(
        through ->
            params.setParameter(
                ConnRoutePNames.DEFAULT_PROXY, new HttpHost(through.host(), through.port())));
    return params;
  }

  /** What the request line names, for that URL. */
  String requestUri(String uri) {
    return instead.map(to -> uri.replaceFirst("(?<=://)[^/?#]*", to.authority())).orElse(uri);
  }

  /** Says who one is, and keeps the name of the host where the request line has another. */
  void tell(HttpRequest request) {
    instead.flatMap(any -> host).ifPresent(name -> request.setHeader(HttpHeaders.HOST, name));
    proxy
        .flatMap(Proxy::authorization)
        .ifPresent(value -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
  }

  /**
   * Tells its own answer from that of the service.
   *
   * @throws ProxyRefusal if it asks who one is
   */
  void requireNotItsOwn(HttpResponse response) throws ProxyRefusal {
    int status = response.getStatusLine().getStatusCode();
    if (proxy.isPresent() && status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
      throw new ProxyRefusal(proxy.get(), status, response.getStatusLine().getReasonPhrase());
    }
  }
}
