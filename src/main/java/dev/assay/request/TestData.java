package dev.assay.request;

import dev.assay.RunId;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/**
 * Names and texts that occur nowhere else, all drawn from one seed: the same seed gives the same
 * requests.
 */
public final class TestData {

  private static final int LENGTH = 12;

  /** A message_id that a client makes up; no service comes to it by counting. */
  public static final long FOREIGN_ID = 8_404_158_267L;

  private final RunId run;
  private final long seed;

  public TestData(long seed) {
    this(RunId.of(seed), seed);
  }

  private TestData(RunId run, long seed) {
    this.run = run;
    this.seed = seed;
  }

  /** Other data of the same run. */
  public TestData other() {
    return new TestData(run, seed + 1);
  }

  /** Twelve letters and digits, the same for the same purpose, the run's id at their beginning. */
  public String marker(String purpose) {
    return run.followedBy(random(purpose), LENGTH);
  }

  /** A short sentence of plain ASCII. */
  public String sentence(String purpose) {
    return "Assay checks message " + marker(purpose) + ".";
  }

  /** A plain file name of that extension. */
  public String fileName(String purpose, String extension) {
    return "assay-" + marker(purpose) + "." + extension;
  }

  /** A random UUID (RFC 9562, section 5.4), always the same for that marker. */
  public static String uuid(String marker) {
    UUID named = UUID.nameUUIDFromBytes(marker.getBytes(StandardCharsets.UTF_8));
    return new UUID(
            (named.getMostSignificantBits() & ~0xF000L) | 0x4000L, named.getLeastSignificantBits())
        .toString();
  }

  /** A number for that purpose. */
  public long number(String purpose) {
    return random(purpose).nextLong();
  }

  private Random random(String purpose) {
    return new Random(seed * 31 + purpose.hashCode());
  }
}
