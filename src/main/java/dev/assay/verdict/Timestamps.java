package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Expectations about a member that tells when something was created. */
public final class Timestamps {

  private static final int QUARTER_HOUR = 15 * 60;

  /** A clock may go in steps that its digits do not show. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(2_200);

  private Timestamps() {}

  /** An ISO 8601 date and time, in any of its forms, be it with a blank for the letter T. */
  public static Expectation isoDateTime(String name) {
    return BodyExpectations.onSuccess(
        "`" + name + "` an ISO 8601 date and time",
        exchange ->
            BodyExpectations.found(
                exchange,
                name,
                node -> node.isTextual() && IsoInstant.parse(node.textValue()).isPresent()));
  }

  /** A letter stands between date and time: a blank is RFC 3339's, not ISO 8601's. */
  public static Expectation hasSeparator(String name) {
    return parsed(
        name,
        "`" + name + "` with T between date and time",
        (exchange, time, node) ->
            node.textValue().indexOf(' ') < 0
                ? new Satisfied(BodyExpectations.shown(name, node))
                : new Violated(BodyExpectations.shown(name, node), 0));
  }

  /** It tells its offset from UTC, so that it names one instant. */
  public static Expectation hasOffset(String name) {
    return parsed(
        name,
        "`" + name + "` with Z or an offset from UTC",
        (exchange, time, node) ->
            time.offset().isPresent()
                ? new Satisfied(BodyExpectations.shown(name, node))
                : new Violated(BodyExpectations.shown(name, node), 0));
  }

  /** Records its precision and offset. */
  public static Expectation form(String name) {
    return parsed(
        name,
        "no document says; recorded",
        (exchange, time, node) ->
            new Observed(
                "%s, precise to %s s"
                    .formatted(BodyExpectations.shown(name, node), seconds(time.precision())),
                false,
                0));
  }

  /**
   * It lies between sending and receiving, give or take the skew. Without an offset it may be the
   * time of any zone. Where it does not, but agrees with the answer's own Date, the two machines'
   * clocks differ, and nobody can tell from here which one is wrong.
   */
  public static Expectation within(String name, Duration skew) {
    return parsed(
        name,
        "`%s` between sending and receiving, give or take %s s".formatted(name, skew.toSeconds()),
        (exchange, time, node) -> {
          Instant from = exchange.sentAt().minus(skew);
          Instant to = exchange.receivedAt().plus(skew);
          if (isWithin(time, from, to)) {
            return new Satisfied(BodyExpectations.shown(name, node));
          }
          String outside = outside(name, node, exchange, time);
          return ownClock(exchange)
              .filter(clock -> clock.isBefore(from) || clock.isAfter(to))
              .filter(clock -> isWithin(time, clock.minus(skew), clock.plus(skew).plus(CLOCK_STEP)))
              .<Finding>map(clock -> new Inconclusive(clocksDiffer(outside, exchange, clock), 0))
              .orElseGet(() -> new Violated(outside, 0));
        });
  }

  /** The time of the answer by its own Date (RFC 9110, section 6.6.1), if it tells one. */
  private static Optional<Instant> ownClock(Exchange exchange) {
    return exchange
        .response()
        .flatMap(answer -> answer.header("Date"))
        .flatMap(
            date -> {
              try {
                return Optional.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  private static String clocksDiffer(String outside, Exchange exchange, Instant clock) {
    Duration off = Duration.between(exchange.receivedAt(), clock);
    return "%s; the answer's own Date says %s too, so this machine's clock is %s s %s, or the service's is wrong"
        .formatted(outside, clock, Math.abs(off.toSeconds()), off.isNegative() ? "fast" : "slow");
  }

  private static boolean isWithin(IsoInstant time, Instant from, Instant to) {
    return time.offset().isPresent()
        ? time.overlaps(from, to, ZoneOffset.UTC)
        : inSomeZone(time, from, to);
  }

  /**
   * How long to wait after that answer, so that {@link #advances} can tell something of the next
   * one. A time to the minute is not waited for, and will tell nothing.
   */
  public static Duration pause(String name, Exchange exchange) {
    return time(exchange, name)
        .map(time -> distance(time).plusMillis(100))
        .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0)
        .orElse(Duration.ZERO);
  }

  /** After which no two times of that precision are the same. */
  private static Duration distance(IsoInstant time) {
    return time.shownPrecision().plus(CLOCK_STEP);
  }

  /** Answers far enough apart for their precision do not show the same time. */
  public static Expectation advances(String name) {
    return new Expectation() {
      @Override
      public String describe() {
        return "another `" + name + "` in a later answer";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        if (exchanges.size() < 2) {
          return new NotApplicable("no two times to compare");
        }
        Exchange first = exchanges.get(0);
        int lastIndex = exchanges.size() - 1;
        Exchange last = exchanges.get(lastIndex);
        Optional<IsoInstant> one = time(first, name);
        Optional<IsoInstant> other = time(last, name);
        if (one.isEmpty() || other.isEmpty()) {
          return new NotApplicable("no two times to compare");
        }
        Duration apart = Duration.between(first.receivedAt(), last.sentAt());
        if (apart.compareTo(distance(one.get())) < 0) {
          return new NotApplicable("its precision does not show");
        }
        return one.equals(other)
            ? new Violated(
                "the same %s in two answers %s ms apart"
                    .formatted(
                        BodyExpectations.shown(name, last.member(name).orElseThrow()),
                        apart.toMillis()),
                lastIndex)
            : new Satisfied("two different times");
      }
    };
  }

  private interface TimeLook {
    Finding at(Exchange exchange, IsoInstant time, JsonNode node);
  }

  private static Expectation parsed(String name, String description, TimeLook look) {
    return BodyExpectations.onSuccess(
        description,
        exchange ->
            time(exchange, name)
                .<Finding>map(time -> look.at(exchange, time, exchange.member(name).orElseThrow()))
                .orElseGet(() -> new NotApplicable("no ISO 8601 date and time")));
  }

  private static Optional<IsoInstant> time(Exchange exchange, String name) {
    return Optional.of(exchange)
        .filter(Exchange::succeeded)
        .flatMap(answered -> answered.member(name))
        .filter(JsonNode::isTextual)
        .flatMap(node -> IsoInstant.parse(node.textValue()));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
  }

  private static boolean inSomeZone(IsoInstant time, Instant from, Instant to) {
    for (int seconds = -12 * 3600; seconds <= 14 * 3600; seconds += QUARTER_HOUR) {
      if (time.overlaps(from, to, ZoneOffset.ofTotalSeconds(seconds))) {
        return true;
      }
    }
    return false;
  }

  private static String outside(String name, JsonNode node, Exchange exchange, IsoInstant time) {
    Duration off = Duration.between(exchange.receivedAt(), time.at(ZoneOffset.UTC));
    return "%s, %s s %s than the exchange, which ended at %s"
        .formatted(
            BodyExpectations.shown(name, node),
            Math.abs(off.toSeconds()),
            off.isNegative() ? "earlier" : "later",
            exchange.receivedAt());
  }
}
