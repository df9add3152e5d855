package dev.assay.mock.variant;

import static dev.assay.mock.mutation.ResponseEdits.textMember;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the documents leave open about ids and times. */
record ReceiptVariants(VariantList list) {

  static void addTo(VariantList list) {
    ReceiptVariants variants = new ReceiptVariants(list);
    variants.ids();
    variants.forms();
    variants.clocks();
    variants.texts();
  }

  private void ids() {
    ids("small-ids", "counts message_id from 1", () -> from(1, 1));
    ids("largest-ids", "counts message_id down from 2^63 - 1", () -> from(Long.MAX_VALUE, -1));
    ids("decreasing-ids", "counts message_id down in sevens", () -> from(1L << 40, -7));
    ids("negative-ids", "counts message_id down from -1", () -> from(-1, -1));
    ids("random-ids", "draws message_id at random", ReceiptVariants::drawn);
    ids(
        "ids-beyond-64-bits",
        "returns a message_id of more than 64 bits",
        () -> {
          Supplier<BigInteger> low = from(1, 1);
          return () -> BigInteger.ONE.shiftLeft(80).add(low.get());
        });
  }

  private static Supplier<BigInteger> from(long first, int step) {
    AtomicLong next = new AtomicLong(first);
    return () -> BigInteger.valueOf(next.getAndAdd(step));
  }

  private static Supplier<BigInteger> drawn() {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    return () -> {
      long id = ThreadLocalRandom.current().nextLong(1L << 53);
      while (!seen.add(id)) {
        id = ThreadLocalRandom.current().nextLong(1L << 53);
      }
      return BigInteger.valueOf(id);
    };
  }

  private void ids(String name, String says, Supplier<Supplier<BigInteger>> source) {
    list.haptik(
        name,
        says,
        Mutations.anew(
            () -> {
              Supplier<BigInteger> ids = source.get();
              return Mutations.successes(
                  ResponseEdits.object(object -> object.put("message_id", ids.get())));
            }));
  }

  private void forms() {
    form("without-fraction", "uuuu-MM-dd'T'HH:mm:ssX");
    form("microseconds", "uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");
    form("nanoseconds", "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSX");
    form("comma", "uuuu-MM-dd'T'HH:mm:ss,SSSX");
    form("basic", "uuuuMMdd'T'HHmmssX");
    form("numeric-offset", "uuuu-MM-dd'T'HH:mm:ssxx");
    form("minutes", "uuuu-MM-dd'T'HH:mmX");
    form("ordinal", "uuuu-DDD'T'HH:mm:ssX");
    form("small-letters", "uuuu-MM-dd't'HH:mm:ss.SSS'z'");
  }

  private void form(String name, String pattern) {
    DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    created("time-" + name, "writes created_at as " + pattern, form::format);
  }

  private void clocks() {
    zone("kolkata", "+05:30", "Asia/Kolkata");
    zone("newfoundland", "of Newfoundland", "America/St_Johns");
    clock("fast", Duration.ofMinutes(1));
    clock("slow", Duration.ofMinutes(-1));
    created(
        "time-of-the-second",
        "cuts created_at to the second and shows milliseconds",
        now -> now.truncatedTo(ChronoUnit.SECONDS).toLocalDateTime() + ".000Z");
  }

  private void zone(String name, String says, String id) {
    created(
        "time-in-" + name,
        "writes created_at with the offset " + says,
        now -> now.atZoneSameInstant(ZoneId.of(id)).toOffsetDateTime().toString());
  }

  private void clock(String name, Duration by) {
    created(
        "clock-" + name,
        "has a clock that is a minute " + name,
        now -> now.plus(by).toInstant().toString());
  }

  private void created(String name, String says, Function<OffsetDateTime, String> text) {
    list.haptik(
        name,
        says,
        Mutations.successes(
            textMember("created_at", was -> text.apply(OffsetDateTime.now(ZoneOffset.UTC)))));
  }

  private void texts() {
    list.add(
        MockOperation.LOG_FILE,
        "absent-text-null",
        "returns message_body null where none was sent",
        Mutations.edits(
            (view, response) ->
                view.lacks("message_body")
                    ? ResponseEdits.member("message_body", text -> NullNode.instance)
                        .apply(response)
                    : response));
    list.haptik(
        "control-characters-lost",
        "drops control characters from message_body",
        Mutations.successes(
            textMember("message_body", text -> text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", ""))));
  }
}
