package dev.assay.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Waits when a server asks for it: 429, and 503 with Retry-After (RFC 9110, section 10.2.3). */
final class Patience {

  private static final int MOST_WAITS = 8;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Pacer pacer;

  Patience(Pacer pacer) {
    this.pacer = pacer;
  }

  /** Whether the request should be sent again; if so, holds everybody back as long as asked for. */
  boolean holdsFor(Exchange exchange, int waitsSoFar) {
    if (waitsSoFar >= MOST_WAITS || !isExhaustedBy(exchange)) {
      return false;
    }
    Duration wait = asked(exchange).orElse(Duration.ofMillis(250L << waitsSoFar));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return false;
    }
    pacer.holdBack(wait);
    return true;
  }

  /** Whether this answer asks to wait. */
  boolean isExhaustedBy(Exchange exchange) {
    int status = exchange.response().map(Response::status).orElse(0);
    return status == 429 || (status == 503 && asked(exchange).isPresent());
  }

  private static Optional<Duration> asked(Exchange exchange) {
    return exchange
        .response()
        .flatMap(response -> response.header("Retry-After"))
        .flatMap(value -> parsed(value.strip()));
  }

  private static Optional<Duration> parsed(String value) {
    try {
      if (value.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
