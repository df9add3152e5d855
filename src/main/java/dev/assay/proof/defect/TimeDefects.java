package dev.assay.proof.defect;

import static dev.assay.mock.mutation.ResponseEdits.put;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** A time that is not in ISO 8601, names no instant, or not the right one. */
record TimeDefects(MemberList list) {

  private static final String OFFSET = "/offset";
  private static final String TIME = "/time";

  static void addTo(DefectList all, Promises promises) {
    for (MemberList list : promises.members(all, "x-instant")) {
      TimeDefects defects = new TimeDefects(list);
      defects.forms();
      defects.offsets();
      defects.times();
    }
  }

  private void forms() {
    form("rfc-1123", "in the form of HTTP dates", DateTimeFormatter.RFC_1123_DATE_TIME);
    form("date-only", "without the time of day", DateTimeFormatter.ISO_LOCAL_DATE);
    form("time-only", "without the date", DateTimeFormatter.ISO_LOCAL_TIME);
    form("day-first", "with the day first", pattern("dd/MM/uuuu HH:mm:ss"));
    form("american", "with the month first", pattern("MM/dd/uuuu HH:mm:ssXXX"));
    form("named-month", "with the month's name", pattern("d MMM uuuu HH:mm:ss"));
    form("two-digit-year", "with a year of two digits", pattern("uu-MM-dd'T'HH:mm:ssX"));
    form("zone-word", "with the word UTC", pattern("uuuu-MM-dd HH:mm:ss 'UTC'"));
    form("zone-in-brackets", "with a zone in brackets", pattern("uuuu-MM-dd'T'HH:mm:ssX'[UTC]'"));
    form("slashes", "with slashes", pattern("uuuu/MM/dd'T'HH:mm:ssX"));
    form("twelve-hours", "with AM or PM", pattern("uuuu-MM-dd'T'hh:mm:ss a"));
    add("epoch-text", "as seconds in a text", now -> "" + now.toEpochSecond(), "");
    add("empty", "empty", now -> "", "");
  }

  private void offsets() {
    add("without-offset", "without an offset", OffsetDateTime::toLocalDateTime, OFFSET);
    add(
        "local-without-offset",
        "in the time of Kolkata without an offset",
        TimeDefects::kolkata,
        OFFSET);
    add(
        "python-text",
        "with a blank and without an offset",
        pattern("uuuu-MM-dd HH:mm:ss.SSSSSS")::format,
        "/separator",
        OFFSET);
    add(
        "with-blank",
        "with a blank for T",
        pattern("uuuu-MM-dd HH:mm:ss.SSSXXX")::format,
        "/separator");
  }

  private void times() {
    add("local-labelled-z", "in the time of Kolkata labelled Z", now -> kolkata(now) + "Z", TIME);
    add(
        "utc-labelled-kolkata",
        "in UTC labelled +05:30",
        now -> now.toLocalDateTime() + "+05:30",
        TIME);
    shifted("ten-minutes-early", "ten minutes early", Duration.ofMinutes(-10));
    shifted("ten-minutes-late", "ten minutes late", Duration.ofMinutes(10));
    shifted("an-hour-early", "an hour early", Duration.ofHours(-1));
    shifted("an-hour-late", "an hour late", Duration.ofHours(1));
    shifted("a-day-early", "a day early", Duration.ofDays(-1));
    shifted("a-year-early", "a year early", Duration.ofDays(-365));
    add("epoch-start", "in 1970", now -> "1970-01-01T00:00:00.000Z", TIME);
    add("sample-value", "as printed in the sample", now -> "2018-10-04T12:41:27.980Z", TIME);
    add("midnight", "a day ahead at midnight", TimeDefects::midnight, TIME);
    list.add(
        list.slug() + "-fixed-at-start",
        "returns the " + list.name() + " of its first success",
        Mutations.anew(() -> Mutations.successes(put(list.name(), Instant.now().toString()))),
        TIME);
    list.add(
        list.slug() + "-every-6th-an-hour-late",
        "returns " + list.name() + " an hour late in every sixth success",
        Mutations.everySuccess(
            6,
            ResponseEdits.textMember(
                list.name(), now -> Instant.now().plusSeconds(3600).toString())),
        TIME);
  }

  private static OffsetDateTime midnight(OffsetDateTime now) {
    return now.toLocalDate().plusDays(2).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private static LocalDateTime kolkata(OffsetDateTime now) {
    return now.atZoneSameInstant(ZoneId.of("Asia/Kolkata")).toLocalDateTime();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private void form(String name, String says, DateTimeFormatter pattern) {
    add(name, says, pattern::format, "");
  }

  private void shifted(String name, String says, Duration by) {
    add(name, says, now -> now.plus(by).toInstant(), TIME);
  }

  /** Whatever it returns instead, given the time of the answer in UTC. */
  private void add(
      String name, String says, Function<OffsetDateTime, Object> value, String... parts) {
    list.texts(
        name, says, was -> value.apply(OffsetDateTime.now(ZoneOffset.UTC)).toString(), parts);
  }
}
