package dev.assay.exchange.client;

import dev.assay.exchange.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an answer asks to wait: by Retry-After (RFC 9110, section 10.2.3), or by the headers of
 * a rate limit that is used up (draft-ietf-httpapi-ratelimit-headers, in its forms so far, and the
 * X- forms before it).
 */
final class RetryAfter {

  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
  private static final long SECONDS_SINCE_1970 = 1_000_000_000;
  private static final String FIELD = "(?:^|[;,\\s])%s=(\\d+)";
  private static final Pattern REMAINING = Pattern.compile(FIELD.formatted("(?:r|remaining)"));
  private static final Pattern RESET = Pattern.compile(FIELD.formatted("(?:t|reset)"));

  private RetryAfter() {}

  /** The wait, if one is asked for. */
  static Optional<Duration> of(Response answer) {
    return answer
        .header("Retry-After")
        .flatMap(RetryAfter::parsed)
        .or(() -> untilReset(answer))
        .map(wait -> wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
  }

  private static Optional<Duration> untilReset(Response answer) {
    boolean usedUp = limit(answer, "Remaining", REMAINING).filter("0"::equals).isPresent();
    return usedUp
        ? limit(answer, "Reset", RESET)
            .flatMap(RetryAfter::parsed)
            .or(() -> Optional.of(DEFAULT_WAIT))
        : Optional.empty();
  }

  private static Optional<String> limit(Response answer, String what, Pattern field) {
    for (String prefix : List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-")) {
      Optional<String> value = answer.header(prefix + what).map(String::strip);
      if (value.isPresent()) {
        return value;
      }
    }
    return answer
        .header("RateLimit")
        .map(field::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static Optional<Duration> parsed(String text) {
    String value = text.strip();
    try {
      if (value.matches("\\d{1,10}")) {
        long seconds = Long.parseLong(value);
        return Optional.of(
            seconds < SECONDS_SINCE_1970
                ? Duration.ofSeconds(seconds)
                : until(Instant.ofEpochSecond(seconds)));
      }
      return Optional.of(
          until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration until(Instant time) {
    return Duration.between(Instant.now(), time);
  }
}
