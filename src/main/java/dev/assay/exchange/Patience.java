package dev.assay.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits when a server asks for it: 429, and 503 with Retry-After (RFC 9110, section 10.2.3). A
 * server that keeps asking is not waited for any longer, so that a run ends.
 */
final class Patience {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
  private static final int FIRST_GUESS_MILLIS = 250;
  private static final int MOST_DOUBLINGS = 5;
  private static final int MOST_LOST = 3;

  private final Pacer pacer;
  private final AtomicInteger lost = new AtomicInteger();

  Patience(Pacer pacer) {
    this.pacer = pacer;
  }

  /** How long one request has been waited for. */
  final class Waiting {

    private Duration soFar = Duration.ZERO;
    private int times;

    /**
     * Whether the request should be sent again; if so, holds everybody back as long as asked for.
     */
    boolean goesOnAfter(Exchange exchange) {
      if (!asksToWait(exchange) || lost.get() >= MOST_LOST) {
        return false;
      }
      Duration wait = asked(exchange).orElse(guess());
      if (soFar.plus(wait).compareTo(LONGEST_WAIT) > 0) {
        lost.incrementAndGet();
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

  /** Whether this answer asks to wait. */
  static boolean asksToWait(Exchange exchange) {
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
