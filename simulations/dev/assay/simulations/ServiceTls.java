package dev.assay.simulations;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Tls;
import io.gatling.http.util.SslContexts;
import io.gatling.javaapi.core.Session;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import scala.Option;

/**
 * The TLS of services that need more than the platform brings: whom each trusts, and who one is to
 * it and to no other. All others have Gatling's own.
 */
final class ServiceTls {

  /** Where Gatling looks for the TLS of a virtual user before it takes its own. */
  private static final String OF_USER = "gatling.http.ssl.sslContexts";

  private final Map<String, SslContexts> services = new HashMap<>();

  /**
   * That of those services.
   *
   * @param connections by their keys in target files
   */
  ServiceTls(Map<String, Connection> connections) {
    connections.forEach(
        (name, connection) -> {
          if (!connection.tls().isOfPlatform()) {
            services.put(name, new SslContexts(builder(connection.tls()), Option.empty()));
          }
        });
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
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The virtual user whose next request is to that service. */
  Session of(String service, Session session) {
    SslContexts own = services.get(service);
    return own == null ? session.remove(OF_USER) : session.set(OF_USER, own);
  }
}
