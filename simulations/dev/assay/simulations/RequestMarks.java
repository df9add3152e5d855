package dev.assay.simulations;

import dev.assay.load.request.RequestTemplate;
import java.security.SecureRandom;

/**
 * What each request has of its own: a word of this load generator, by which whoever looks at a
 * service knows what it sent there, and the number of the arrival.
 *
 * @param word the beginning of all of them
 */
record RequestMarks(String word) {

  private static final String WORD = "load";
  private static final int OF_GENERATOR = 4;

  /** Those of a load generator that begins now. */
  static RequestMarks ofThisRun() {
    int most = (int) Math.pow(Character.MAX_RADIX, OF_GENERATOR);
    return new RequestMarks(WORD + digits(new SecureRandom().nextInt(most), OF_GENERATOR));
  }

  /** As long as the mark that it stands for, up to 1.6 million requests. */
  String of(long number) {
    return word + digits(number, RequestTemplate.MARK.length() - word.length());
  }

  private static String digits(long number, int least) {
    String digits = Long.toString(number, Character.MAX_RADIX);
    return "0".repeat(Math.max(0, least - digits.length())) + digits;
  }
}
