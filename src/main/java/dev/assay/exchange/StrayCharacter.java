package dev.assay.exchange;

import java.util.Optional;

/** A character that slipped into a value unseen, in words. */
public final class StrayCharacter {

  private StrayCharacter() {}

  /** One that no value has on purpose: a control character, such as a line feed. */
  public static Optional<String> in(String text) {
    return text.codePoints()
        .filter(Character::isISOControl)
        .mapToObj(StrayCharacter::name)
        .findFirst();
  }

  /** A blank before or after it, a no-break space and a byte order mark too. */
  public static Optional<String> around(String text) {
    if (isBlank(text.codePointAt(0))) {
      return Optional.of("a blank at its beginning");
    }
    return isBlank(text.codePointBefore(text.length()))
        ? Optional.of("a blank at its end")
        : Optional.empty();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String name(int c) {
    return switch (c) {
      case '\n' -> "a line feed in it";
      case '\r' -> "a carriage return in it";
      case '\t' -> "a tab in it";
      default ->
          "the control character U+00" + Integer.toHexString(0x100 | c).substring(1) + " in it";
    };
  }
}
