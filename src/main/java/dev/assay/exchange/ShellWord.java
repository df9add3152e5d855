package dev.assay.exchange;

import java.nio.charset.StandardCharsets;

/** Quotes text as one word of bash. */
final class ShellWord {

  private ShellWord() {}

  /** The word that bash reads as exactly that text. */
  static String quoted(String text) {
    if (text.chars().anyMatch(ShellWord::isUnseen)) {
      return ansiQuoted(text);
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String ansiQuoted(String text) {
    StringBuilder word = new StringBuilder("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '\\' -> word.append('\\').append(c);
        case '\n' -> word.append("\\n");
        case '\r' -> word.append("\\r");
        case '\t' -> word.append("\\t");
        default -> word.append(isUnseen(c) ? escaped(c) : "" + c);
      }
    }
    return word.append('\'').toString();
  }

  /** What a terminal would not show as it is: controls, and characters that steer the direction. */
  private static boolean isUnseen(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** Its bytes in UTF-8, so that no locale can change their meaning. */
  private static String escaped(char c) {
    StringBuilder bytes = new StringBuilder();
    for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
      bytes.append("\\x%02x".formatted(b));
    }
    return bytes.toString();
  }
}
