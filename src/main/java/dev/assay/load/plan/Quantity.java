package dev.assay.load.plan;

import dev.assay.yaml.YamlNode.Value;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number or a time in a settings file.
 *
 * @param value as it stands there
 */
record Quantity(Value value) {

  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h)");

  /** A number between these two, or one of them. */
  double number(double least, double most) {
    String text = value.content();
    try {
      double number = new BigDecimal(text).doubleValue();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    throw value.flaw(
        "must be a number from %s to %s, not `%s`".formatted(plain(least), plain(most), text));
  }

  /** A whole number between these two, or one of them. */
  int whole(int least, int most) {
    double number = number(least, most);
    if (number != Math.rint(number)) {
      throw value.flaw("must be a whole number, not `" + value.content() + "`");
    }
    return (int) number;
  }

  /**
   * A time in seconds, between these two, or one of them.
   *
   * @param least as people would write it in the file
   * @param most as people would write it in the file
   */
  double seconds(String least, String most) {
    double seconds = seconds();
    if (seconds < seconds(least) || seconds > seconds(most)) {
      throw value.flaw(
          "must lie between %s and %s, not `%s`".formatted(least, most, value.content()));
    }
    return seconds;
  }

  private double seconds() {
    try {
      return seconds(value.content());
    } catch (IllegalArgumentException e) {
      throw value.flaw(e.getMessage());
    }
  }

  /**
   * A time such as 500ms, 30s, 5m or 1h, in seconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double seconds(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a time like 30s, 5m or 1h, not `" + text + "`");
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> number / 1000;
      case "m" -> number * 60;
      case "h" -> number * 3600;
      default -> number;
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
