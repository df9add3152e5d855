package dev.assay.exchange;

/** Quotes text as one word of bash. */
final class ShellWord {

  private ShellWord() {}

  /** The word that bash reads as exactly that text. */
  static String quoted(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
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
        default -> word.append(c < ' ' || c == 127 ? "\\x%02x".formatted((int) c) : "" + c);
      }
    }
    return word.append('\'').toString();
  }
}
