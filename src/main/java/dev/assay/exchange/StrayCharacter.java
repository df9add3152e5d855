package dev.assay.exchange;

import java.util.Locale;
import java.util.Optional;

/** A character that slipped into a value unseen, in words. */
public final class StrayCharacter {

  private StrayCharacter() {}

  /**
   * One that no value has on purpose: a control character anywhere, such as a line feed, and at an
   * edge a blank or what does not show, such as a byte order mark.
   */
  public static Optional<String> in(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int first = text.codePointAt(0);
    int last = text.codePointBefore(text.length());
    if (isStray(first)) {
      return Optional.of(name(first) + " at its beginning");
    }
    if (isStray(last)) {
      return Optional.of(name(last) + " at its end");
    }
    return text.codePoints()
        .filter(Character::isISOControl)
        .mapToObj(c -> name(c) + " in it")
        .findFirst();
  }

  /** Whether there is nothing to be seen, although there is something. */
  public static boolean isBlank(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(StrayCharacter::isStray);
  }

  private static boolean isStray(int c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String name(int c) {
    return switch (c) {
      case '\n' -> "a line feed";
      case '\r' -> "a carriage return";
      case '\t' -> "a tab";
      case ' ' -> "a blank";
      case '\u00A0' -> "a no-break space";
      case '\uFEFF' -> "a byte order mark";
      default ->
          String.format(
              Locale.ROOT,
              Character.isISOControl(c)
                  ? "the control character U+%04X"
                  : "the invisible character U+%04X",
              c);
    };
  }
}
