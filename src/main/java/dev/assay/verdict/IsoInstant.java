package dev.assay.verdict;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time in any form of ISO 8601: calendar, week or ordinal dates, basic or extended,
 * fractions after a point or comma, any offset or none; and with a blank for the letter T, as RFC
 * 3339 tolerates.
 *
 * @param local what the clock on the wall shows
 * @param offset from UTC, if it is given
 * @param precision the length of the smallest unit that is given
 */
public record IsoInstant(LocalDateTime local, Optional<ZoneOffset> offset, Duration precision) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<date>[0-9W-]+)[Tt ](?<h>\\d{2})(?::?(?<m>\\d{2})(?::?(?<s>\\d{2}))?)?"
              + "(?:[.,](?<fraction>\\d{1,30}))?(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          strict(new DateTimeFormatterBuilder().appendPattern("uuuuMMdd")),
          DateTimeFormatter.ISO_WEEK_DATE,
          strict(
              new DateTimeFormatterBuilder()
                  .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
                  .appendLiteral('W')
                  .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
                  .appendValue(ChronoField.DAY_OF_WEEK, 1)),
          DateTimeFormatter.ISO_ORDINAL_DATE,
          strict(
              new DateTimeFormatterBuilder()
                  .appendValue(ChronoField.YEAR, 4)
                  .appendValue(ChronoField.DAY_OF_YEAR, 3)));

  /** The date and time in that text, if it is one. */
  public static Optional<IsoInstant> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return date(form.group("date")).map(date -> onDate(date, form));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Otherwise 30 February is taken for the month's last day. */
  private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  private static Optional<LocalDate> date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException e) {
        // the next form may fit
      }
    }
    return Optional.empty();
  }

  private static IsoInstant onDate(LocalDate date, Matcher form) {
    Duration unit =
        form.group("s") != null
            ? Duration.ofSeconds(1)
            : form.group("m") != null ? Duration.ofMinutes(1) : Duration.ofHours(1);
    int hour = Integer.parseInt(form.group("h"));
    int second = number(form.group("s"));
    boolean midnight = hour == 24;
    boolean leap = second == 60;
    LocalTime time = LocalTime.of(midnight ? 0 : hour, number(form.group("m")), leap ? 59 : second);
    LocalDateTime whole = date.plusDays(midnight ? 1 : 0).atTime(time).plusSeconds(leap ? 1 : 0);
    String digits = Optional.ofNullable(form.group("fraction")).orElse("");
    LocalDateTime local =
        whole.plusNanos(Math.round(Double.parseDouble("0." + digits + "0") * unit.toNanos()));
    if (midnight && !local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new DateTimeException("a day ends at 24:00");
    }
    long precision = (long) (unit.toNanos() / Math.pow(10, digits.length()));
    return new IsoInstant(
        local,
        Optional.ofNullable(form.group("offset")).map(IsoInstant::offset),
        Duration.ofNanos(Math.max(precision, 1)));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(String text) {
    return text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  /** The precision that its digits show: a time cut off to the minute may still print zeros. */
  Duration shownPrecision() {
    boolean wholeMinute = local.getSecond() == 0 && local.getNano() == 0;
    boolean finer = precision.compareTo(Duration.ofMinutes(1)) < 0;
    return wholeMinute && finer ? Duration.ofMinutes(1) : precision;
  }

  /** The instant, read with its own offset or else with that one. */
  public Instant at(ZoneOffset otherwise) {
    return local.toInstant(offset.orElse(otherwise));
  }

  /** Whether some part of what it covers lies between the two. */
  public boolean overlaps(Instant from, Instant to, ZoneOffset otherwise) {
    Instant start = at(otherwise);
    return !start.isAfter(to) && start.plus(precision).isAfter(from);
  }
}
