package dev.assay;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Measures on a machine that is busy with other tests, too: where the load generator says that it
 * was held up, it measures again, three times in all.
 */
public final class BusyMachine {

  private static final int ATTEMPTS = 3;

  /** What reports say of a load generator; see {@code GeneratorLimits}. */
  private static final Pattern HELD_UP =
      Pattern.compile(
          "requests a second were sent: use a lower rate"
              + "|one request in a hundred was sent [\\d.]+ ms late or more"
              + "|is missed only because requests were sent late"
              + "|the load generator used \\d+ % of this machine's processors"
              + "|the load generator spent \\d+ % of its time collecting garbage"
              + "|the load generator was the limit");

  private BusyMachine() {}

  /** Something that measures. */
  public interface Measuring<T> {
    /** Measures. */
    T measure() throws Exception;
  }

  /**
   * The first measurement that no busy machine held up, or the last.
   *
   * @param said what a measurement said
   */
  public static <T> T measured(Measuring<T> measuring, Function<T, String> said) throws Exception {
    T measured = measuring.measure();
    for (int i = 1; i < ATTEMPTS && heldUp(said.apply(measured)); i++) {
      measured = measuring.measure();
    }
    return measured;
  }

  /** Whether a load generator says there that it was held up. */
  public static boolean heldUp(String said) {
    return HELD_UP.matcher(said).find();
  }
}
