package dev.assay.simulations;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.FirstHop;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.RequestTemplate;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The ways to services that are not reached at the addresses of their names. Gatling is told that
 * such a name has an address that no host has (RFC 1112, section 4: class E); whatever it connects
 * to there is led the way instead, and the name need not resolve.
 */
final class ServiceWays {

  /** Netty makes its extension itself, so there is no other way to tell it. */
  private static final AtomicReference<ServiceWays> OF_THIS_PROCESS =
      new AtomicReference<>(new ServiceWays());

  private static final String NOWHERE = "240.0.0.";

  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<SocketAddress, FirstHop> hops = new HashMap<>();

  private ServiceWays() {}

  /**
   * Those of the plan, which connections of this process take from now on.
   *
   * @param connections to the services, by their keys in target files
   */
  static ServiceWays take(LoadPlan plan, Map<String, Connection> connections) {
    ServiceWays all = new ServiceWays();
    for (RequestTemplate template : plan.templates().values()) {
      URI uri = URI.create(template.url());
      Optional.ofNullable(connections.get(template.service()))
          .flatMap(connection -> connection.to(uri))
          .filter(FirstHop::isSet)
          .ifPresent(hop -> all.add(uri, hop));
    }
    OF_THIS_PROCESS.set(all);
    return all;
  }

  static ServiceWays ofThisProcess() {
    return OF_THIS_PROCESS.get();
  }

  private void add(URI uri, FirstHop hop) {
    String host = uri.getRawAuthority().replaceFirst(":\\d*$", "");
    String nowhere = aliases.computeIfAbsent(host, none -> NOWHERE + (aliases.size() + 1));
    hops.put(new InetSocketAddress(nowhere, hop.host().port()), hop);
  }

  /** The addresses that names are said to have, for Gatling. */
  Map<String, List<String>> aliases() {
    Map<String, List<String>> all = new HashMap<>();
    aliases.forEach((host, nowhere) -> all.put(host, List.of(nowhere)));
    return all;
  }

  /** The way that connections to that address take, if they are led anywhere else. */
  Optional<FirstHop> from(SocketAddress address) {
    return Optional.ofNullable(hops.get(address));
  }
}
