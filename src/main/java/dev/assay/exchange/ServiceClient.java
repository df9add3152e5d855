package dev.assay.exchange;

import dev.assay.exchange.Request.Framing;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Sends requests over pooled connections. It verifies TLS, follows no redirects, keeps no cookies,
 * and fills credentials in only for the hosts that they belong to.
 */
public final class ServiceClient implements Client {

  private static final int LARGE_BODY = 1 << 16;
  private static final long SLOWEST_BYTES_PER_SECOND = 256 << 10;

  private final Secrets secrets;
  private final List<URI> trusted;
  private final Duration timeout;
  private final Redactor redactor;
  private final ResponseReader responses;
  private final Curl curl;
  private final Pacer pacer;
  private final Patience patience;
  private final PooledConnections connections;
  private final Wire wire;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(ServiceClient::daemon);

  private ServiceClient(Secrets secrets, List<URI> trusted, Limits limits, Wire wire) {
    this.secrets = secrets;
    this.trusted = List.copyOf(trusted);
    this.timeout = limits.timeout();
    this.redactor = new Redactor(secrets);
    this.responses = new ResponseReader(redactor);
    this.curl = new Curl(secrets, redactor);
    this.pacer = new Pacer(limits.requestsPerSecond());
    this.patience = new Patience(pacer);
    this.connections = new PooledConnections(timeout);
    this.wire = wire;
  }

  /** A client that sends with REST Assured. */
  public static Client overRestAssured(Secrets secrets, List<URI> trusted, Limits limits) {
    return new ServiceClient(secrets, trusted, limits, new RestAssuredWire());
  }

  /**
   * A client that sends the same with the engine below REST Assured, at a fraction of the cost: for
   * proofs, which send a hundred thousand requests.
   */
  public static Client overApache(Secrets secrets, List<URI> trusted, Limits limits) {
    return new ServiceClient(secrets, trusted, limits, new ApacheWire());
  }

  @Override
  public Exchange send(Request request) {
    Patience.Waiting waiting = patience.new Waiting();
    Exchange exchange;
    do {
      pacer.await();
      exchange = sendOnce(request);
    } while (waiting.goesOnAfter(exchange));
    return Patience.asksToWait(exchange) ? rateLimited(exchange) : exchange;
  }

  /** One answer for one request; a stale connection or an unread large body is tried once more. */
  private Exchange sendOnce(Request request) {
    Attempt first = attempt(request);
    if (!first.wasReset()) {
      return first.exchange();
    }
    if (first.reused()) {
      Attempt second = attempt(request);
      if (!second.wasReset()) {
        return second.exchange();
      }
    }
    boolean large = request.body().size() > LARGE_BODY && request.framing() == Framing.SIZED;
    return large ? attempt(request.framed(Framing.EXPECT_CONTINUE)).exchange() : first.exchange();
  }

  private record Attempt(Exchange exchange, boolean reused) {

    boolean wasReset() {
      return exchange.failure().filter(f -> f.kind() == Failure.Kind.RESET).isPresent();
    }
  }

  private Attempt attempt(Request request) {
    OneExchangeClient http = connections.clientFor(request);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        watchdog.schedule(
            () -> {
              late.set(true);
              http.abort();
            },
            deadline(request).toMillis(),
            TimeUnit.MILLISECONDS);
    Instant sentAt = Instant.now();
    try {
      Response response = call(http, request);
      return recorded(request, Optional.of(response), Optional.empty(), sentAt, http);
    } catch (Exception e) {
      http.abort();
      Failure failure =
          late.get() ? Failures.timeout(request.uri()) : Failures.of(request.uri(), e);
      return recorded(request, Optional.empty(), Optional.of(failure), sentAt, http);
    } finally {
      deadline.cancel(false);
    }
  }

  /** Every exchange ends: patience twice, and the time that a slow line needs for the body. */
  private Duration deadline(Request request) {
    return timeout.multipliedBy(2).plusSeconds(request.body().size() / SLOWEST_BYTES_PER_SECOND);
  }

  private Attempt recorded(
      Request request,
      Optional<Response> response,
      Optional<Failure> failure,
      Instant sentAt,
      OneExchangeClient http) {
    UnaryOperator<String> redaction = redactor::text;
    Exchange exchange =
        new Exchange(
            shown(request), curl.of(request), response, failure, sentAt, Instant.now(), redaction);
    return new Attempt(exchange, http.wasReused());
  }

  /** The request as it may be shown: no credential in it, wherever it stood. */
  private Request shown(Request request) {
    return new Request(
        request.method(),
        URI.create(redactor.text(request.uri().toString())),
        request.query().map(secrets::shown),
        request.headers().stream()
            .map(header -> new Header(header.name(), secrets.shown(header.value())))
            .toList(),
        request.body().map(redactor::text),
        request.framing());
  }

  private Response call(OneExchangeClient http, Request request) throws IOException {
    try {
      return wire.send(http, filledIn(request), responses);
    } finally {
      http.release();
    }
  }

  /** The request as it is sent: with its credentials, and the query in its URI. */
  private Request filledIn(Request request) {
    boolean own = isTrusted(request.uri());
    UnaryOperator<String> filling = text -> own ? secrets.expand(text) : text;
    return new Request(
        request.method(),
        request.uri(),
        request.query().map(filling),
        request.headers().stream()
            .map(header -> new Header(header.name(), filling.apply(header.value())))
            .toList(),
        request.body(),
        request.framing());
  }

  private boolean isTrusted(URI uri) {
    return trusted.stream()
        .anyMatch(
            base ->
                base.getScheme().equalsIgnoreCase(uri.getScheme())
                    && base.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority()));
  }

  private static Exchange rateLimited(Exchange exchange) {
    Failure failure =
        new Failure(
            Failure.Kind.RATE_LIMITED,
            exchange.request().uri().getHost()
                + " kept asking to wait (429 or 503 with Retry-After);"
                + " lower limits.requestsPerSecond");
    return new Exchange(
        exchange.request(),
        exchange.curl(),
        Optional.empty(),
        Optional.of(failure),
        exchange.sentAt(),
        exchange.receivedAt(),
        exchange.redaction());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "assay-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    connections.close();
  }
}
