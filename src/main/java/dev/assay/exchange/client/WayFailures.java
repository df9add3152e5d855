package dev.assay.exchange.client;

import dev.assay.exchange.Failure;
import dev.assay.exchange.Failure.Kind;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.transport.ProxyRefusal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.http.conn.ConnectTimeoutException;

/** Says in people's words what failed on the way that the settings name, short of the service. */
final class WayFailures {

  private static final int ASKS_WHO = 407;
  private static final int FORBIDS = 403;

  private final URI uri;
  private final Connection connection;

  WayFailures(URI uri, Connection connection) {
    this.uri = uri;
    this.connection = connection;
  }

  /** What it is about; empty if the way is not to blame. */
  Optional<Failure> of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null) {
      if (cause instanceof ProxyRefusal refusal) {
        return Optional.of(new Failure(Kind.PROXY, refused(refusal)));
      }
      Optional<String> obstacle = obstacle(cause);
      if (obstacle.isPresent()) {
        return obstacle.flatMap(this::notReached);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Optional<String> obstacle(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("its name does not resolve");
    }
    if (cause instanceof ConnectTimeoutException) {
      return Optional.of("it did not accept the connection in time");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return Optional.of("it refused the connection");
    }
    return Optional.empty();
  }

  private Optional<Failure> notReached(String obstacle) {
    Optional<Proxy> proxy = connection.proxies().to(uri);
    if (proxy.isPresent()) {
      return Optional.of(
          new Failure(
              Kind.PROXY,
              "the proxy %s on the way to %s cannot be reached: %s; check %s, or write `proxy: none`"
                  .formatted(proxy.get(), uri.getRawAuthority(), obstacle, proxy.get().setting())));
    }
    return connection
        .connectTo()
        .map(
            instead ->
                new Failure(
                    Kind.REFUSED,
                    "%s, which connectTo gives for %s, cannot be reached: %s"
                        .formatted(instead.authority(), instead.forHost(), obstacle)));
  }

  private String refused(ProxyRefusal refusal) {
    String what =
        "the proxy %s does not let through to %s (%s)"
            .formatted(refusal.proxy(), uri.getRawAuthority(), refusal.getMessage());
    return what + "; " + advice(refusal);
  }

  private static String advice(ProxyRefusal refusal) {
    return switch (refusal.status()) {
      case ASKS_WHO ->
          (refusal.proxy().credentials().isPresent()
                  ? "check the user and password in "
                  : "it wants a user and password: write them into ")
              + refusal.proxy().setting()
              + ", as in http://${PROXY_USER}:${PROXY_PASSWORD}@host:port";
      case FORBIDS -> "have that host and port allowed there, or write `proxy: none`";
      default -> "see whether it can reach that host and port";
    };
  }
}
