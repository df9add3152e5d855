package dev.assay.exchange;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for a server that asks for it, with 429 or with 503 and Retry-After (RFC 9110, section
 * 10.2.3), and for one that is away for a moment. One that keeps it up is not waited for any
 * longer, so that a run ends.
 */
final class Patience {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(8);
  private static final Duration LONGEST_OF_GATEWAYS = Duration.ofSeconds(2);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
  private static final int FIRST_GUESS_MILLIS = 250;
  private static final int MOST_DOUBLINGS = 5;
  private static final int MOST_LOST = 3;
  private static final Set<Integer> OF_GATEWAYS = Set.of(502, 503, 504);

  private final Pacer pacer;
  private final Circuit circuit;
  private final AtomicInteger lost = new AtomicInteger();

  Patience(Pacer pacer, Circuit circuit) {
    this.pacer = pacer;
    this.circuit = circuit;
  }

  /** How long one request has been waited for. */
  final class Waiting {

    private Duration soFar = Duration.ZERO;
    private int times;

    /**
     * Whether the request should be sent again; if so, holds everybody back as long as asked for.
     */
    boolean goesOnAfter(Exchange exchange) {
      if (asksToWait(exchange)) {
        return lost.get() < MOST_LOST && waitsForTurn(asked(exchange).orElse(guess()));
      }
      if (!circuit.mayComeBack()) {
        return false;
      }
      return isOfGateway(exchange)
          ? waits(guess(), LONGEST_OF_GATEWAYS)
          : isRefused(exchange) && waits(guess(), LONGEST_ABSENCE);
    }

    private boolean waitsForTurn(Duration wait) {
      boolean waits = waits(wait, LONGEST_WAIT);
      if (!waits) {
        lost.incrementAndGet();
      }
      return waits;
    }

    private boolean waits(Duration wait, Duration longest) {
      if (soFar.plus(wait).compareTo(longest) > 0) {
        return false;
      }
      soFar = soFar.plus(wait);
      times++;
      pacer.holdBack(wait);
      return true;
    }

    private Duration guess() {
      return Duration.ofMillis((long) FIRST_GUESS_MILLIS << Math.min(times, MOST_DOUBLINGS));
    }
  }

  /** What it comes to when there is no more waiting. */
  static Exchange settled(Exchange exchange) {
    URI uri = exchange.request().uri();
    if (asksToWait(exchange)) {
      return exchange.failing(Failures.rateLimited(uri));
    }
    return isOfGateway(exchange)
        ? exchange.failing(Failures.gateway(uri, exchange.response().orElseThrow().status()))
        : exchange;
  }

  private static boolean isRefused(Exchange exchange) {
    return exchange.failure().filter(f -> f.kind() == Failure.Kind.REFUSED).isPresent();
  }

  /**
   * Whether a proxy says that the service behind it is not to be had (RFC 9110, sections 15.6.3 to
   * 15.6.5): a service of ours would say so in JSON.
   */
  private static boolean isOfGateway(Exchange exchange) {
    return exchange
        .response()
        .filter(answer -> OF_GATEWAYS.contains(answer.status()))
        .filter(answer -> answer.json().isEmpty() && answer.unread().isEmpty())
        .isPresent();
  }

  /** Whether this answer asks to wait. */
  private static boolean asksToWait(Exchange exchange) {
    int status = exchange.response().map(Response::status).orElse(0);
    return status == 429 || (status == 503 && asked(exchange).isPresent());
  }

  private static Optional<Duration> asked(Exchange exchange) {
    return exchange
        .response()
        .flatMap(response -> response.header("Retry-After"))
        .flatMap(value -> parsed(value.strip()))
        .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
  }

  private static Optional<Duration> parsed(String value) {
    try {
      if (value.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(Instant.now(), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
