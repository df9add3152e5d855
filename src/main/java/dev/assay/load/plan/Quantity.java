package dev.assay.load.plan;

import dev.assay.yaml.YamlNode.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it, such as 500ms, 30s, 5m or 1h. */
final class Quantity {

  private static final String WHAT = "a time like 30s, 5m or 1h";
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h)");

  private Quantity() {}

  /**
   * A time in seconds, between these two, or one of them.
   *
   * @param least as people would write it in the file
   * @param most as people would write it in the file
   */
  static double seconds(Value value, String least, String most) {
    double seconds = value.as(WHAT, Quantity::seconds);
    if (seconds < seconds(least) || seconds > seconds(most)) {
      throw value.flaw(
          "must lie between %s and %s, not `%s`".formatted(least, most, value.written()));
    }
    return seconds;
  }

  /**
   * A time in seconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double seconds(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be %s, not `%s`".formatted(WHAT, text));
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> number / 1000;
      case "m" -> number * 60;
      case "h" -> number * 3600;
      default -> number;
    };
  }
}
