package dev.assay.exchange.client;

import dev.assay.exchange.Failure;
import dev.assay.exchange.Failure.Kind;
import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.transport.ProxyRefusal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.http.conn.ConnectTimeoutException;

/** Says in people's words what failed on the way that the settings name, short of the service. */
public record WayFailures(FirstHop hop) {

  private static final int ASKS_WHO = 407;
  private static final int FORBIDS = 403;

  /** What it is about; empty if the way is not to blame. */
  public Optional<Failure> of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProxyRefusal refusal && hop.proxy().isPresent()) {
        return Optional.of(new Failure(Kind.PROXY, refused(hop.proxy().get(), refusal)));
      }
      Optional<String> obstacle = obstacle(cause);
      if (obstacle.isPresent()) {
        return obstacle.flatMap(this::notReached);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> obstacle(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("its name does not resolve");
    }
    boolean notConnected =
        cause instanceof ConnectException || cause instanceof NoRouteToHostException;
    if (cause instanceof ConnectTimeoutException || (notConnected && isAboutTime(cause))) {
      return Optional.of("it did not accept the connection in time");
    }
    return notConnected ? Optional.of("it refused the connection") : Optional.empty();
  }

  /** The operating system's limit, or one that the JDK does not know of. */
  private static boolean isAboutTime(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("timed out");
  }

  private Optional<Failure> notReached(String obstacle) {
    if (hop.proxy().isPresent()) {
      Proxy proxy = hop.proxy().get();
      return Optional.of(
          new Failure(
              Kind.PROXY,
              "the proxy %s on the way to %s cannot be reached: %s; check %s, or write `proxy: none`"
                  .formatted(proxy, hop.host(), obstacle, proxy.setting())));
    }
    return hop.instead()
        .map(
            any ->
                new Failure(
                    Kind.REFUSED,
                    "%s%s, cannot be reached: %s".formatted(hop.end(), why(), obstacle)));
  }

  private String refused(Proxy proxy, ProxyRefusal refusal) {
    return "the proxy %s does not let through to %s (%s)%s; %s"
        .formatted(proxy, hop.end(), refusal.getMessage(), why(), advice(proxy, refusal));
  }

  /** Who says that the way ends elsewhere than at the host. */
  private String why() {
    return hop.instead()
        .map(to -> ", which %s gives for %s".formatted(to.setting(), to.named().host()))
        .orElse("");
  }

  private static String advice(Proxy proxy, ProxyRefusal refusal) {
    return switch (refusal.status().orElse(0)) {
      case ASKS_WHO ->
          (proxy.credentials().isPresent()
                  ? "check the user and password in "
                  : "it wants a user and password: write them into ")
              + proxy.setting()
              + ", as in http://${PROXY_USER}:${PROXY_PASSWORD}@host:port";
      case FORBIDS -> "have that host and port allowed there, or write `proxy: none`";
      default -> "see whether it can reach that host and port";
    };
  }
}
