package dev.assay.simulations;

import dev.assay.RunId;
import dev.assay.load.request.RequestTemplate;

/**
 * What each request has of its own: the word of its run, by which whoever looks at a service knows
 * what it sent there, and the number of the arrival, which no other injector has.
 */
record RequestMarks(RunId run) {

  /** As long as the mark that it stands for, up to 60 million requests. */
  String of(long number) {
    String digits = Long.toString(number, Character.MAX_RADIX);
    int least = RequestTemplate.MARK.length() - run.word().length();
    return run + "0".repeat(Math.max(0, least - digits.length())) + digits;
  }
}
