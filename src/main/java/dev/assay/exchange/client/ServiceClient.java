package dev.assay.exchange.client;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Response;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.transport.ApacheTransport;
import dev.assay.exchange.transport.PooledConnections;
import dev.assay.exchange.transport.ResponseReader;
import dev.assay.exchange.transport.RestAssuredTransport;
import dev.assay.exchange.transport.SingleExchangeHttpClient;
import dev.assay.exchange.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Sends requests over pooled connections. It verifies TLS, follows no redirects, keeps no cookies,
 * and fills credentials in only for the hosts that they belong to.
 */
public final class ServiceClient implements Client {

  private static final int LARGE_BODY = 1 << 16;

  private final ServiceAccess access;
  private final Duration timeout;
  private final ResponseReader responses = new ResponseReader();
  private final Pacer pacer;
  private final CircuitBreaker circuit = CircuitBreaker.ofService();
  private final Map<String, CircuitBreaker> others = new ConcurrentHashMap<>();
  private final RetryPolicy retries;
  private final PooledConnections connections;
  private final PooledConnections connectionsToOthers;
  private final Transport transport;
  private volatile boolean closed;

  /** Once closed, it takes no more tasks and does not say so: a request must never throw. */
  private final ScheduledExecutorService watchdog =
      new ScheduledThreadPoolExecutor(
          1, ServiceClient::daemon, new ThreadPoolExecutor.DiscardPolicy());

  private ServiceClient(ServiceAccess access, Limits limits, Transport transport) {
    this.access = access;
    this.timeout = limits.timeout();
    this.pacer = new Pacer(limits.requestsPerSecond());
    this.retries = new RetryPolicy(pacer);
    this.connections = new PooledConnections(access.connection(), timeout);
    this.connectionsToOthers = new PooledConnections(access.connection().toOthers(), timeout);
    this.transport = transport;
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
    try (PooledConnections own = connections.single()) {
      List<Exchange> exchanges = new ArrayList<>();
      for (Request request : requests) {
        Exchange exchange = send(access.complete(request), own);
        exchanges.add(
            exchanges.isEmpty()
                ? exchange
                : exchange.following(exchanges.get(exchanges.size() - 1).request()));
      }
      return exchanges;
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
      exchange = waiting.sent(() -> sendOnce(request, over));
    } while (waiting.goesOnAfter(exchange));
    Exchange settled = RetryPolicy.settled(exchange);
    host.saw(settled);
    return settled;
  }

  /** One answer for one request; a stale connection or an unread large body is tried once more. */
  private Exchange sendOnce(Request request, PooledConnections over) {
    Attempt first = attempt(request, over);
    if (first.wasStale()) {
      Attempt second = attempt(request, over);
      if (!second.wasReset()) {
        return second.exchange();
      }
    }
    boolean large = request.body().size() > LARGE_BODY && request.framing() == Framing.SIZED;
    return first.wasReset() && large
        ? attempt(request.framed(Framing.EXPECT_CONTINUE), over).exchange()
        : first.exchange();
  }

  private record Attempt(Exchange exchange, boolean reused) {

    private static final int REQUEST_TIMEOUT = 408;

    boolean wasReset() {
      return failedWith(Failure.Kind.RESET);
    }

    /**
     * A kept connection may have been closed meanwhile, be closed with a 408 that no request asked
     * for (RFC 9110, section 15.5.9), or hold what is left of the answer before.
     */
    boolean wasStale() {
      boolean gaveUp = exchange.response().filter(r -> r.status() == REQUEST_TIMEOUT).isPresent();
      return reused && (wasReset() || gaveUp || failedWith(Failure.Kind.MALFORMED));
    }

    private boolean failedWith(Failure.Kind kind) {
      return exchange.failure().filter(f -> f.kind() == kind).isPresent();
    }
  }

  private Attempt attempt(Request request, PooledConnections over) {
    Duration limit = limit(request);
    ExchangeDeadline deadline = new ExchangeDeadline(watchdog, limit);
    SingleExchangeHttpClient http =
        over.clientFor(request, access.reaches(request.uri()), deadline::start);
    Instant sentAt = Instant.now();
    try {
      Response response = call(http, request);
      return ended(request, Optional.of(response), Optional.empty(), sentAt, http);
    } catch (Exception e) {
      http.abort();
      http.release();
      Failure failure =
          deadline.hasPassed()
              ? Failures.endless(request.uri(), limit)
              : Failures.of(request.uri(), e);
      return ended(request, Optional.empty(), Optional.of(failure), sentAt, http);
    } finally {
      deadline.cancel();
    }
  }

  /** Every exchange ends: the timeout twice, and the time that a slow line needs for the body. */
  private Duration limit(Request request) {
    return timeout.multipliedBy(2).plus(Limits.slowLine(request.body().size()));
  }

  private static Attempt ended(
      Request request,
      Optional<Response> response,
      Optional<Failure> failure,
      Instant sentAt,
      SingleExchangeHttpClient http) {
    return new Attempt(exchange(request, response, failure, sentAt), http.wasReused());
  }

  private static Exchange unsent(Request request, Failure failure) {
    return exchange(request, Optional.empty(), Optional.of(failure), Instant.now());
  }

  private static Exchange exchange(
      Request request, Optional<Response> response, Optional<Failure> failure, Instant sentAt) {
    return new Exchange(request, response, failure, sentAt, Instant.now());
  }

  private Response call(SingleExchangeHttpClient http, Request request) throws IOException {
    Response response = transport.send(http, filledIn(request), responses);
    http.release();
    return response;
  }

  /** The request as it is sent: with its credentials, or for strangers without what needs one. */
  private Request filledIn(Request request) {
    return access.reaches(request.uri())
        ? access.secrets().filledIn(request)
        : access.secrets().leftOut(request);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "assay-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    closed = true;
    pacer.end();
    watchdog.shutdownNow();
    connections.close();
    connectionsToOthers.close();
  }
}
