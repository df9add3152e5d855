package dev.assay.exchange;

import dev.assay.exchange.Request.Framing;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
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
  private final Circuit circuit = new Circuit();
  private final Patience patience;
  private final PooledConnections connections;
  private final Wire wire;
  private volatile boolean closed;

  /** Once closed, it takes no more tasks and does not say so: a request must never throw. */
  private final ScheduledExecutorService watchdog =
      new ScheduledThreadPoolExecutor(
          1, ServiceClient::daemon, new ThreadPoolExecutor.DiscardPolicy());

  private ServiceClient(Secrets secrets, List<URI> trusted, Limits limits, Wire wire) {
    this.secrets = secrets;
    this.trusted = List.copyOf(trusted);
    this.timeout = limits.timeout();
    this.redactor = new Redactor(secrets);
    this.responses = new ResponseReader(redactor);
    this.curl = new Curl(secrets, redactor);
    this.pacer = new Pacer(limits.requestsPerSecond());
    this.patience = new Patience(pacer, circuit);
    this.connections = new PooledConnections(timeout);
    this.wire = wire;
  }

  /** A client that sends with that. */
  static Client over(Wire wire, Secrets secrets, List<URI> trusted, Limits limits) {
    return new ServiceClient(secrets, trusted, limits, wire);
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
      if (closed) {
        return unsent(request, new Failure(Failure.Kind.CANCELLED, "the client is closed"));
      }
      Optional<Failure> hopeless = circuit.open(request.uri());
      if (hopeless.isPresent()) {
        return unsent(request, hopeless.get());
      }
      exchange = sendOnce(request);
    } while (waiting.goesOnAfter(exchange));
    Exchange settled = Patience.settled(exchange);
    circuit.saw(settled);
    return settled;
  }

  /** One answer for one request; a stale connection or an unread large body is tried once more. */
  private Exchange sendOnce(Request request) {
    Attempt first = attempt(request);
    if (first.wasStale()) {
      Attempt second = attempt(request);
      if (!second.wasReset()) {
        return second.exchange();
      }
    }
    boolean large = request.body().size() > LARGE_BODY && request.framing() == Framing.SIZED;
    return first.wasReset() && large
        ? attempt(request.framed(Framing.EXPECT_CONTINUE)).exchange()
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

  private Attempt attempt(Request request) {
    Duration limit = deadline(request);
    Alarm alarm = new Alarm(watchdog, limit);
    OneExchangeClient http = connections.clientFor(request, alarm::set);
    Instant sentAt = Instant.now();
    try {
      Response response = call(http, request);
      return recorded(request, Optional.of(response), Optional.empty(), sentAt, http);
    } catch (Exception e) {
      http.abort();
      http.release();
      Failure failure =
          alarm.hasRung() ? Failures.endless(request.uri(), limit) : Failures.of(request.uri(), e);
      return recorded(request, Optional.empty(), Optional.of(redacted(failure)), sentAt, http);
    } finally {
      alarm.off();
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
    return new Attempt(exchange(request, response, failure, sentAt), http.wasReused());
  }

  private Exchange unsent(Request request, Failure failure) {
    return exchange(request, Optional.empty(), Optional.of(failure), Instant.now());
  }

  private Exchange exchange(
      Request request, Optional<Response> response, Optional<Failure> failure, Instant sentAt) {
    return new Exchange(
        shown(request), curl.of(request), response, failure, sentAt, Instant.now(), redactor::text);
  }

  /** What a server sent instead of HTTP is quoted there. */
  private Failure redacted(Failure failure) {
    return new Failure(failure.kind(), redactor.text(failure.detail()));
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
    Response response = wire.send(http, filledIn(request), responses);
    http.release();
    return response;
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
  }
}
