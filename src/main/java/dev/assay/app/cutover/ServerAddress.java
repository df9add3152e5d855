package dev.assay.app.cutover;

import dev.assay.exchange.connection.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a base URL leads: two of them may be spelled differently and lead to the same server.
 *
 * @param host in lower case, without a dot at its end
 * @param port the scheme's own if the URL names none
 * @param path without a slash at its end
 */
record ServerAddress(String host, int port, String path) {

  /** An address, or a name that stands for an address of this machine and for nothing else. */
  private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]+|\\[.*]");

  static ServerAddress of(URI baseUrl) {
    Authority authority = Authority.of(baseUrl).orElseThrow();
    return new ServerAddress(
        authority.host(), authority.port(), baseUrl.normalize().getPath().replaceFirst("/+$", ""));
  }

  /**
   * Whether both lead to the same server. Two names may share an address, because a proxy tells
   * them apart by name; a name and its own address are the same.
   */
  boolean isSameAs(ServerAddress other) {
    if (port != other.port || !path.equals(other.path)) {
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
