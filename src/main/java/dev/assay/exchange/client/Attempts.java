package dev.assay.exchange.client;

import dev.assay.UserException;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Response;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.transport.PooledConnections;
import dev.assay.exchange.transport.ResponseReader;
import dev.assay.exchange.transport.SingleExchangeHttpClient;
import dev.assay.exchange.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Sends a request, and sends it once more where the connection or the token had become too old for
 * it, or a large body was not read.
 */
final class Attempts implements AutoCloseable {

  private static final int LARGE_BODY = 1 << 16;
  private static final int UNAUTHORIZED = 401;

  /** Servers count the life of a token in whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final ServiceAccess access;
  private final Duration timeout;
  private final Transport transport;
  private final ResponseReader responses = new ResponseReader();

  /** Once closed, it takes no more tasks and does not say so: a request must never throw. */
  private final ScheduledExecutorService watchdog =
      new ScheduledThreadPoolExecutor(1, Attempts::daemon, new ThreadPoolExecutor.DiscardPolicy());

  Attempts(ServiceAccess access, Duration timeout, Transport transport) {
    this.access = access;
    this.timeout = timeout;
    this.transport = transport;
  }

  /** What is refused because its token expired on the way is sent once more, with a new token. */
  Exchange sent(Request request, PooledConnections over) {
    Optional<Instant> expiry = access.secrets().expiresAt();
    Exchange exchange = sendFresh(request, over);
    boolean expired =
        expiry.filter(at -> !exchange.receivedAt().plus(ROUNDING).isBefore(at)).isPresent();
    boolean refused = exchange.response().filter(r -> r.status() == UNAUTHORIZED).isPresent();
    return refused && expired && renewed() ? sendFresh(request, over) : exchange;
  }

  /** One answer for one request; a stale connection or an unread large body is tried once more. */
  private Exchange sendFresh(Request request, PooledConnections over) {
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
    try {
      return attempt(request, filledIn(request), over);
    } catch (UserException e) {
      Failure failure = new Failure(Failure.Kind.AUTHENTICATION, e.getMessage());
      return new Attempt(
          exchange(request, Optional.empty(), Optional.of(failure), Instant.now()), false);
    }
  }

  private Attempt attempt(Request request, Request filledIn, PooledConnections over) {
    Duration limit = limit(request);
    ExchangeDeadline deadline = new ExchangeDeadline(watchdog, limit);
    SingleExchangeHttpClient http =
        over.clientFor(request, access.reaches(request.uri()), deadline::start);
    Instant sentAt = Instant.now();
    try {
      Response response = transport.send(http, filledIn, responses);
      http.release();
      return ended(request, Optional.of(response), Optional.empty(), sentAt, http);
    } catch (Exception e) {
      http.abort();
      http.release();
      Failure failure =
          deadline.hasPassed()
              ? Failures.endless(request.uri(), limit)
              : connection(request)
                  .to(request.uri())
                  .flatMap(route -> new WayFailures(route).of(e))
                  .orElseGet(() -> Failures.of(request.uri(), e));
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

  private static Exchange exchange(
      Request request, Optional<Response> response, Optional<Failure> failure, Instant sentAt) {
    return new Exchange(request, response, failure, sentAt, Instant.now());
  }

  private Connection connection(Request request) {
    Connection connection = access.connection();
    return access.reaches(request.uri()) ? connection : connection.toOthers();
  }

  /** The request as it is sent: with its credentials, or for strangers without what needs one. */
  private Request filledIn(Request request) {
    return access.reaches(request.uri())
        ? access.secrets().filledIn(request)
        : access.secrets().leftOut(request);
  }

  /** Whether there are other credentials now. */
  boolean renewed() {
    try {
      return access.secrets().renew();
    } catch (UserException e) {
      return false;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "assay-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }
}
