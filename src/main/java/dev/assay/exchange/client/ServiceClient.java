package dev.assay.exchange.client;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.transport.ApacheTransport;
import dev.assay.exchange.transport.PooledConnections;
import dev.assay.exchange.transport.RestAssuredTransport;
import dev.assay.exchange.transport.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends requests over pooled connections. It verifies TLS, follows no redirects, keeps no cookies,
 * and fills credentials in only for the hosts that they belong to.
 */
public final class ServiceClient implements Client {

  private final ServiceAccess access;
  private final Pacer pacer;
  private final CircuitBreaker circuit = CircuitBreaker.ofService();
  private final Map<String, CircuitBreaker> others = new ConcurrentHashMap<>();
  private final RetryPolicy retries;
  private final PooledConnections connections;
  private final PooledConnections connectionsToOthers;
  private final Set<PooledConnections> singles = ConcurrentHashMap.newKeySet();
  private final Attempts attempts;
  private volatile boolean closed;

  private ServiceClient(ServiceAccess access, Limits limits, Transport transport) {
    this.access = access;
    this.pacer = new Pacer(limits.requestsPerSecond());
    this.retries = new RetryPolicy(pacer);
    this.connections = new PooledConnections(access.connection(), limits.timeout());
    this.connectionsToOthers =
        new PooledConnections(access.connection().toOthers(), limits.timeout());
    this.attempts = new Attempts(access, limits.timeout(), transport);
  }

  /** A client that sends with that transport. */
  static Client over(Transport transport, ServiceAccess access, Limits limits) {
    return new ServiceClient(access, limits, transport);
  }

  /** A client that sends with REST Assured. */
  public static Client overRestAssured(ServiceAccess access, Limits limits) {
    return new ServiceClient(access, limits, new RestAssuredTransport());
  }

  /**
   * A client that sends with the engine below REST Assured, at a fraction of the cost: for proofs,
   * which send a hundred thousand requests.
   */
  public static Client overApache(ServiceAccess access, Limits limits) {
    return new ServiceClient(access, limits, new ApacheTransport());
  }

  @Override
  public Exchange send(Request request) {
    return access.reaches(request.uri())
        ? send(access.complete(request), connections)
        : send(request, connectionsToOthers);
  }

  @Override
  public List<Exchange> sendOnOneConnection(List<Request> requests) {
    PooledConnections own = connections.single();
    singles.add(own);
    try {
      List<Exchange> exchanges = new ArrayList<>();
      for (Request request : requests) {
        Exchange exchange = send(access.complete(request), own);
        exchanges.add(
            exchanges.isEmpty()
                ? exchange
                : exchange.following(exchanges.get(exchanges.size() - 1).request()));
      }
      return exchanges;
    } finally {
      singles.remove(own);
      own.close();
    }
  }

  private Exchange send(Request request, PooledConnections over) {
    if (access.reaches(request.uri())) {
      return send(request, circuit, over);
    }
    CircuitBreaker other =
        others.computeIfAbsent(request.uri().getRawAuthority(), any -> CircuitBreaker.ofOther());
    return other.isKnown() ? send(request, other, over) : sendFirst(request, other, over);
  }

  /** Nobody else waits for a host that may never answer. */
  private Exchange sendFirst(Request request, CircuitBreaker other, PooledConnections over) {
    synchronized (other) {
      return send(request, other, over);
    }
  }

  private Exchange send(Request request, CircuitBreaker host, PooledConnections over) {
    RetryPolicy.Waiting waiting = retries.new Waiting(host);
    Exchange exchange;
    do {
      pacer.await();
      if (closed) {
        return unsent(request, new Failure(Failure.Kind.CANCELLED, "the client is closed"));
      }
      Optional<Failure> hopeless = host.open(request.uri());
      if (hopeless.isPresent()) {
        return unsent(request, hopeless.get());
      }
      exchange = waiting.sent(() -> attempts.sent(request, over));
    } while (waiting.goesOnAfter(exchange));
    Exchange settled = RetryPolicy.settled(exchange);
    host.saw(settled);
    return settled;
  }

  private static Exchange unsent(Request request, Failure failure) {
    Instant now = Instant.now();
    return new Exchange(request, Optional.empty(), Optional.of(failure), now, now);
  }

  @Override
  public boolean renewCredentials() {
    return attempts.renewed();
  }

  @Override
  public void close() {
    closed = true;
    pacer.end();
    attempts.close();
    connections.close();
    connectionsToOthers.close();
    singles.forEach(PooledConnections::close);
  }
}
