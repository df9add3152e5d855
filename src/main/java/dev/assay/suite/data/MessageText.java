package dev.assay.suite.data;

import dev.assay.request.TestData;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text to send as message_body.
 *
 * @param name for case ids
 * @param says what is special about it
 * @param text the text itself
 */
public record MessageText(String name, String says, String text) {

  private static final int LONG = 5_000;
  private static final int VERY_LONG = 200_000;

  /** Plain ASCII, which the documents promise to return as it was logged. */
  public static List<MessageText> stated(TestData data) {
    return List.of(
        new MessageText("words", "a plain sentence", data.sentence("words")),
        new MessageText(
            "punctuation",
            "punctuation",
            "Ticket #42: 50% off, today (or never)? Yes - 3/4; a_b@c.d!"),
        new MessageText(
            "link",
            "a link and an address",
            "See https://example.com/a/b?c=d#e or write to first.last@example.com"),
        new MessageText("one-letter", "a single letter", "a"),
        new MessageText(
            "mixed-case", "capitals and small letters", "AsSaY cHeCkS " + "LETTER case"));
  }

  /** What common sense expects to come back as sent. */
  public static List<MessageText> implied(TestData data) {
    String ascii =
        IntStream.rangeClosed(' ', '~').mapToObj(c -> "" + (char) c).collect(Collectors.joining());
    String sentence = data.sentence("long") + " ";
    return List.of(
        new MessageText("all-ascii", "every printable ASCII character", "[" + ascii + "]"),
        new MessageText("accents", "letters with accents", "Añadir café, naïve Größe, Łódź"),
        new MessageText("combining", "combining marks", "e\u0301 is not \u00e9"),
        new MessageText("scripts", "other scripts", "नमस्ते, 你好, مرحبا, Привет, こんにちは"),
        new MessageText("emoji", "emoji", "👍🏽 👩‍👩‍👧 🇮🇳 🎉"),
        new MessageText("newlines", "line feeds", "first line\nsecond line\n\nlast line"),
        new MessageText("carriage-returns", "carriage returns and tabs", "one\r\ntwo\tthree"),
        new MessageText("leading-blanks", "leading blanks", "   three blanks first"),
        new MessageText("trailing-blanks", "trailing blanks", "three blanks last   "),
        new MessageText("inner-blanks", "several blanks in a row", "two  three   four    blanks"),
        new MessageText("html", "HTML", "<b>bold</b> & <script>alert('x')</script> &amp; &lt;"),
        new MessageText("json", "JSON", "{\"a\": [1, \"\\u0041\", null]}"),
        new MessageText(
            "backslashes", "quotes and backslashes", "C:\\temp\\new \"quoted\" 'single'"),
        new MessageText("percent", "percent and plus signs", "100%25 a+b %0A ${x} {{y}}"),
        new MessageText(
            "of-300", "a text of 300 characters", sentence.repeat(30).substring(0, 300)));
  }

  /** So long that no document promises to take it; what is taken comes back as sent. */
  public static MessageText lengthy(TestData data) {
    String sentence = data.sentence("lengthy") + " ";
    return new MessageText(
        "of-5000", "a text of 5,000 characters", sentence.repeat(500).substring(0, LONG));
  }

  /** What nobody promised anything about. */
  public static List<MessageText> extreme() {
    return List.of(
        new MessageText("nul", "a text with NUL", "a\u0000b"),
        new MessageText("control", "control characters", "a\u0007\u001b[31mb\u0085"),
        new MessageText("line-separators", "Unicode line separators", "a\u2028b\u2029c"),
        new MessageText("not-a-character", "code points that are no characters", "a\uFFFEb\uFFFF"),
        new MessageText("very-long", "a text of 200,000 characters", "x".repeat(VERY_LONG)));
  }
}
