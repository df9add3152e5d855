package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.load.plan.LoadSettings;
import java.util.Locale;

/**
 * An option whose value is a time, such as 90s or 30m.
 *
 * @param name with its dashes
 * @param least seconds that make sense
 * @param most seconds that make sense
 */
record TimeOption(String name, double least, double most) {

  static final double WEEK = 7 * 86_400.0;

  /**
   * The seconds that the user wrote.
   *
   * @throws UserException if it is no time, or none that makes sense
   */
  double seconds(String text) {
    double seconds;
    try {
      seconds = LoadSettings.seconds(text);
    } catch (IllegalArgumentException e) {
      throw new UserException(name + " " + e.getMessage());
    }
    if (!(seconds >= least && seconds <= most)) {
      throw new UserException(
          "%s must lie between %s and %s, not %s".formatted(name, words(least), words(most), text));
    }
    return seconds;
  }

  private static String words(double seconds) {
    return seconds == WEEK ? "7 days" : String.format(Locale.ROOT, "%.0fs", seconds);
  }
}
