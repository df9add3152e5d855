package dev.assay.suite.data;

import java.util.Random;

/**
 * Names and texts that occur nowhere else, all drawn from one seed: the same seed gives the same
 * requests.
 */
public final class TestData {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 12;

  /** A message_id that a client makes up; no service comes to it by counting. */
  public static final long FOREIGN_ID = 8_404_158_267L;

  private final long seed;

  public TestData(long seed) {
    this.seed = seed;
  }

  /** Twelve letters and digits, the same for the same purpose. */
  public String marker(String purpose) {
    Random random = random(purpose);
    StringBuilder marker = new StringBuilder("a");
    while (marker.length() < LENGTH) {
      marker.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return marker.toString();
  }

  /** A short sentence of plain ASCII. */
  public String sentence(String purpose) {
    return "Assay checks message " + marker(purpose) + ".";
  }

  /** A plain file name of that extension. */
  public String fileName(String purpose, String extension) {
    return "assay-" + marker(purpose) + "." + extension;
  }

  /** A number for that purpose. */
  public long number(String purpose) {
    return random(purpose).nextLong();
  }

  private Random random(String purpose) {
    return new Random(seed * 31 + purpose.hashCode());
  }
}
