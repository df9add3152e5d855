package dev.assay.mock.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as the documents print one: ISO 8601, UTC, always three digits of milliseconds. */
record Timestamp(Instant instant) {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static Timestamp now(Clock clock) {
    return new Timestamp(clock.instant());
  }

  @Override
  public String toString() {
    return FORM.format(instant);
  }
}
