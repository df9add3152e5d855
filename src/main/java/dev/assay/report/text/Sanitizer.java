package dev.assay.report.text;

/**
 * Text of strangers, fit for terminals and XML: whatever could steer a terminal, turn the reading
 * direction, hide itself or break a document stands there as its code, such as {@code \x1b}.
 */
public final class Sanitizer {

  private Sanitizer() {}

  /** As one line: line ends and tabs stand there as codes too. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  /** As one line of at most so many characters, and how many there were if it is longer. */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return line(text);
    }
    return line(start(text, most)) + "… (" + text.length() + " characters)";
  }

  /** The first so many characters, never ending in half of one. */
  public static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** As several lines: line ends and tabs are kept. */
  public static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                lines.appendCodePoint(c);
              } else {
                append(lines, c);
              }
            });
    return lines.toString();
  }

  /** Whether the character is never shown as itself. */
  public static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (codePoint & 0xFFFE) == 0xFFFE;
    };
  }

  private static void append(StringBuilder to, int c) {
    if (isHidden(c)) {
      to.append(code(c));
    } else {
      to.appendCodePoint(c);
    }
  }

  private static String code(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> (c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\u{%x}").formatted(c);
    };
  }
}
