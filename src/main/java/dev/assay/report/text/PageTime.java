package dev.assay.report.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the page shows them: in UTC, to the second. */
public final class PageTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private PageTime() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
