package dev.assay.simulations;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Tls;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.RequestTemplate;
import io.gatling.http.util.SslContexts;
import io.gatling.javaapi.core.Session;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import scala.Option;

/** The TLS of services: whom each trusts, and who one is to it and to no other. */
final class ServiceTls {

  /** Where Gatling looks for the TLS of a virtual user before it takes its own. */
  private static final String OF_USER = "gatling.http.ssl.sslContexts";

  private final Map<String, SslContexts> services = new HashMap<>();

  /**
   * That of the services in that plan which speak it.
   *
   * @param connections by their keys in target files
   */
  ServiceTls(LoadPlan plan, Map<String, Connection> connections) {
    for (RequestTemplate template : plan.templates().values()) {
      boolean secured = template.address().startsWith("https:");
      Optional.ofNullable(connections.get(template.service()))
          .filter(any -> secured)
          .ifPresent(
              connection ->
                  services.computeIfAbsent(
                      template.service(),
                      any -> new SslContexts(builder(connection.tls()), Option.empty())));
    }
  }

  private static SslContextBuilder builder(Tls tls) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .endpointIdentificationAlgorithm("HTTPS")
              .protocols(SSLContext.getDefault().getDefaultSSLParameters().getProtocols())
              .ciphers(null, IdentityCipherSuiteFilter.INSTANCE_DEFAULTING_TO_SUPPORTED_CIPHERS);
      for (TrustManager trust : tls.trustManagers()) {
        builder.trustManager(trust);
      }
      for (KeyManager keys : tls.keyManagers()) {
        builder.keyManager(keys);
      }
      return builder;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The virtual user whose next request is to that service. */
  Session of(String service, Session session) {
    SslContexts own = services.get(service);
    return own == null ? session.remove(OF_USER) : session.set(OF_USER, own);
  }
}
