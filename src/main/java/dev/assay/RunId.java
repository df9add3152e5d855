package dev.assay;

import java.security.SecureRandom;
import java.util.Random;

/**
 * The word by which whoever looks at a service knows what a run sent there: every marker begins
 * with it, in texts, file names and made-up ids. The same seed sends the same requests, so it has
 * the same word.
 *
 * @param word seven letters and digits, the first a letter
 */
public record RunId(String word) {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 7;

  /** That of a run whose data is generated from that seed. */
  public static RunId of(long seed) {
    return new RunId("a" + random(new Random(seed), LENGTH - 1));
  }

  /** That of a run that no seed describes, such as a load: no other run has it. */
  public static RunId unique() {
    return of(new SecureRandom().nextLong());
  }

  /** This word, and then letters and digits until it is that long. */
  public String followedBy(Random random, int length) {
    return word + random(random, length - word.length());
  }

  private static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return word;
  }
}
