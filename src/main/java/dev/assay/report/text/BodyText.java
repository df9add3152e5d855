package dev.assay.report.text;

/** The beginning of a body: enough to see what it is. */
final class BodyText {

  private static final int LONGEST = 16 * 1024;

  private BodyText() {}

  static String beginning(String text) {
    if (text.length() <= LONGEST) {
      return Sanitizer.lines(text);
    }
    String start = Sanitizer.start(text, LONGEST);
    return Sanitizer.lines(start)
        + "\n… (the first %s of %s characters)\n".formatted(start.length(), text.length());
  }
}
