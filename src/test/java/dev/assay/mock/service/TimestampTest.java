package dev.assay.mock.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimestampTest {

  @Test
  void there_are_always_three_digits_of_milliseconds_and_a_z() {
    assertThat(new Timestamp(Instant.parse("2018-10-04T12:41:27Z")))
        .hasToString("2018-10-04T12:41:27.000Z");
    assertThat(new Timestamp(Instant.parse("2018-10-04T12:41:27.980999Z")))
        .hasToString("2018-10-04T12:41:27.980Z");
  }

  @Test
  void the_clock_s_own_zone_does_not_matter() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Kolkata"));
    assertThat(Timestamp.now(clock)).hasToString("1970-01-01T00:00:00.000Z");
  }
}
