package dev.assay.exchange.shell;

/** Quotes text as one word of a POSIX shell. */
public final class ShellQuoting {

  private ShellQuoting() {}

  /** The word that a shell reads as exactly that text, which must not end in a line break. */
  public static String quoted(String text) {
    return isVisible(text)
        ? "'" + text.replace("'", "'\\''") + "'"
        : "\"$(" + Printf.of(text) + ")\"";
  }

  /** Whether a terminal shows all of it as it is, and a report on one line. */
  public static boolean isVisible(String text) {
    return text.codePoints().noneMatch(ShellQuoting::isHidden);
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (c & 0xFFFE) == 0xFFFE;
    };
  }
}
