package dev.assay.exchange.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Header;
import dev.assay.exchange.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static Optional<Duration> asked(String... lines) {
    List<Header> headers = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      headers.add(new Header(parts[0], parts[1]));
    }
    return RetryAfter.of(new Response(403, headers, "", Optional.empty(), 0, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 7 | 7000",
        "Retry-After: 0 | 50",
        "retry-after:  2  | 2000",
        "Retry-After: Thu, 04 Oct 2018 12:41:27 GMT | 50",
        "RateLimit: limit=10, remaining=0, reset=4 | 4000",
        "RateLimit: \"default\";r=0;t=30 | 30000",
        "RateLimit: \"default\";r=0 | 1000"
      })
  void a_wait_is_told_in_many_ways(String header, long millis) {
    assertThat(asked(header)).hasValue(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RateLimit-", "X-RateLimit-", "x-ratelimit-", "X-Rate-Limit-"})
  void a_limit_that_is_used_up_asks_to_wait_until_it_is_reset(String prefix) {
    assertThat(asked(prefix + "Remaining: 0", prefix + "Reset: 3")).hasValue(Duration.ofSeconds(3));
    assertThat(asked(prefix + "Remaining: 0")).hasValue(Duration.ofSeconds(1));
    assertThat(asked(prefix + "Remaining: 1", prefix + "Reset: 3")).isEmpty();
  }

  @Test
  void a_reset_may_be_told_as_a_time() {
    Instant time = Instant.now().plusSeconds(100);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    assertThat(asked("X-RateLimit-Remaining: 0", "X-RateLimit-Reset: " + time.getEpochSecond()))
        .hasValueSatisfying(wait -> assertThat(wait).isBetween(MINUTE, MINUTE.multipliedBy(2)));
    assertThat(asked("Retry-After: " + date))
        .hasValueSatisfying(wait -> assertThat(wait).isBetween(MINUTE, MINUTE.multipliedBy(2)));
  }

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(
      strings = {"Retry-After: soon", "Retry-After: -1", "RateLimit: \"x\";r=10;t=1", "A: b"})
  void anything_else_asks_for_nothing(String header) {
    assertThat(asked(header)).isEmpty();
  }
}
