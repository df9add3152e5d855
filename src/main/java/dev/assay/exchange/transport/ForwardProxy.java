package dev.assay.exchange.transport;

import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.Proxy;
import java.net.URI;
import java.util.Optional;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.impl.client.RequestWrapper;

/** A proxy that passes on what is sent without TLS, if there is one. */
@SuppressWarnings("deprecation")
record ForwardProxy(Optional<FirstHop> hop) {

  private Optional<Proxy> proxy() {
    return hop.flatMap(FirstHop::forwarded);
  }

  /** Tells it where the request goes, and who one is. */
  void tell(HttpRequest request) {
    if (proxy().isPresent()) {
      RequestWrapper told = (RequestWrapper) request;
      told.setURI(URI.create(hop.get().forwardedOrigin() + told.getURI()));
    }
    proxy()
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
    if (proxy().isPresent() && status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
      throw new ProxyRefusal(status, response.getStatusLine().getReasonPhrase());
    }
  }
}
