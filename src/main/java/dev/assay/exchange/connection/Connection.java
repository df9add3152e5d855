package dev.assay.exchange.connection;

import java.net.URI;
import java.util.Optional;

/**
 * The way to a service.
 *
 * @param connectTo the address to connect to instead of the one that the URL's name resolves to
 * @param proxies those on the way
 * @param tls whom to trust, and who one is
 */
public record Connection(Optional<ConnectTo> connectTo, Proxies proxies, Tls tls) {

  private static final Connection DIRECT =
      new Connection(Optional.empty(), Proxies.none(), Tls.ofPlatform());

  /** No proxy, the name's own address, and the TLS of the platform. */
  public static Connection direct() {
    return DIRECT;
  }

  /** How connections get to the host of that URL, if it has one. */
  public Optional<FirstHop> to(URI uri) {
    return Authority.behindUser(uri)
        .map(
            host ->
                new FirstHop(
                    host,
                    "https".equalsIgnoreCase(uri.getScheme()),
                    proxies.to(uri),
                    connectTo.filter(to -> to.named().equals(host))));
  }

  /** Whether it leads to that URL as another does, whoever set it so. */
  public boolean isLike(Connection other, URI uri) {
    return tls.equals(other.tls)
        && to(uri).stream().allMatch(hop -> other.to(uri).filter(hop::isLike).isPresent());
  }

  /** The way to others on the same network, who need not know who one is. */
  public Connection toOthers() {
    return new Connection(Optional.empty(), proxies, tls.anonymous());
  }
}
