package dev.assay.mock.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a stand-in takes from outside: the time of day, its passing, and what is another each time.
 */
public record FreshValues(Clock clock, Timing timing, Random random) {

  private static final Instant BEGIN = Instant.parse("2026-11-21T10:55:29.123456789Z");
  private static final Duration TICK = Duration.ofNanos(1_111_111_111);

  /** The real ones. */
  public static FreshValues genuine() {
    return new FreshValues(Clock.systemUTC(), Timing.REAL, new Random());
  }

  /** Always the same in the same order, with a clock that goes on whenever it is looked at. */
  public static FreshValues repeatable(Timing timing) {
    AtomicLong ticks = new AtomicLong();
    InstantSource source = () -> BEGIN.plus(TICK.multipliedBy(ticks.getAndIncrement()));
    return new FreshValues(source.withZone(ZoneOffset.UTC), timing, new Random(1));
  }

  /** Another name at each call, in the form of a UUID. */
  public UUID name() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
