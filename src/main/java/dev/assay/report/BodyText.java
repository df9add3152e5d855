package dev.assay.report;

/** The beginning of a body: enough to see what it is. */
final class BodyText {

  private static final int LONGEST = 16 * 1024;

  private BodyText() {}

  static String beginning(String text) {
    if (text.length() <= LONGEST) {
      return VisibleText.lines(text);
    }
    String start = VisibleText.start(text, LONGEST);
    return VisibleText.lines(start)
        + "\n… (the first %s of %s characters)\n".formatted(start.length(), text.length());
  }
}
