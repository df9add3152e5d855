package dev.assay.app.cutover;

import dev.assay.exchange.Header;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.HostName;
import dev.assay.exchange.target.ServiceAccess;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where requests to a service lead: two base URLs may be spelled differently and lead to the same
 * server, and one may lead to two of them.
 *
 * @param name that the server is told, in lower case; empty if it is told that of its address
 * @param host that is connected to, in lower case, without a dot at its end
 * @param port that is connected to
 * @param path without a slash at its end
 * @param headers that a gateway may choose a server by, without what is secret
 */
record ServerAddress(String name, String host, int port, String path, List<Header> headers) {

  /** An address, or a name that stands for an address of this machine and for nothing else. */
  private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]+|\\[.*]");

  static ServerAddress of(ServiceAccess access) {
    URI baseUrl = access.baseUrl();
    Authority authority = Authority.of(baseUrl).orElseThrow();
    String path = baseUrl.normalize().getPath().replaceFirst("/+$", "");
    return access
        .connection()
        .connectTo()
        .map(
            to ->
                new ServerAddress(
                    authority.host(),
                    HostName.canonical(to.address().host()),
                    to.address().port(),
                    path,
                    access.headers()))
        .orElseGet(
            () ->
                new ServerAddress("", authority.host(), authority.port(), path, access.headers()));
  }

  /**
   * Whether both lead to the same server. Two names may share an address, because a proxy tells
   * them apart by name; a name and its own address are the same.
   */
  boolean isSameAs(ServerAddress other) {
    if (port != other.port || !path.equals(other.path) || !headers.equals(other.headers)) {
      return false;
    }
    if (!name.isEmpty() && !other.name.isEmpty() && !name.equals(other.name)) {
      return false;
    }
    return host.equals(other.host)
        || ((isAddress() || other.isAddress()) && haveOneInCommon(resolved(), other.resolved()));
  }

  private boolean isAddress() {
    return ADDRESS.matcher(host).matches();
  }

  private static boolean haveOneInCommon(Set<InetAddress> some, Set<InetAddress> others) {
    return some.stream().anyMatch(others::contains);
  }

  private Set<InetAddress> resolved() {
    try {
      return new HashSet<>(List.of(InetAddress.getAllByName(host)));
    } catch (UnknownHostException e) {
      return Set.of();
    }
  }
}
