package dev.assay.suite.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts that look like a value of another type, which a service may take them for.
 *
 * @param name for case ids
 * @param says what they look like
 * @param texts plain ASCII
 */
public record LookalikeTexts(String name, String says, List<String> texts) {

  private static final String DIGITS = "1234567890".repeat(5);

  public static List<LookalikeTexts> all() {
    return List.of(
        of("zeros", "zeros and leading zeros", "0", "00", "007", "-0", "0012345678901234567890"),
        digits("short", 1, 2, 3, 4, 5, 6, 7),
        digits("middling", 8, 9, 10, 11, 12, 13, 14),
        digits("long", 15, 16, 17, 18, 19, 20, 50),
        of("limits", "the limits of integers", "2147483648", "9007199254740993", "-17", "+1"),
        of("decimals", "decimals", "1.0", "1.50", "0.10", ".5", "-2.50", "1,000.00"),
        of("more-numbers", "numbers of other notations", "1e5", "1E-7", "1e999", "0x1F", "1_000"),
        of("truths", "truth values", "true", "false", "True", "FALSE", "yes", "no", "on", "off"),
        of("nothings", "nothing", "null", "NULL", "None", "nil", "undefined", "NaN", "Infinity"),
        of("dates", "dates", "2018-10-04", "04/10/2018", "1 Jan 1970", "2018-W40", "20181004"),
        of(
            "times",
            "times",
            "12:41",
            "12:41:27",
            "2018-10-04T12:41:27.980Z",
            "2018-10-04 12:41:27+05:30",
            "PT1H"),
        of("collections", "empty collections and lists", "[]", "{}", "[1, 2]", "()", "a,b", "a;b"),
        of(
            "json",
            "JSON",
            "{\"a\": 1}",
            "{\"message_body\": \"x\"}",
            "[{\"a\": null}]",
            "\"quoted\"",
            "\"\""),
        of(
            "addresses",
            "addresses",
            "https://example.com/a?b=c&d=%20#e",
            "mailto:first.last@example.com",
            "first.last@example.com",
            "+49 (30) 123456-78",
            "127.0.0.1",
            "::1"));
  }

  private static LookalikeTexts of(String name, String says, String... texts) {
    return new LookalikeTexts(name, says, List.of(texts));
  }

  private static LookalikeTexts digits(String which, int... lengths) {
    List<String> texts = IntStream.of(lengths).mapToObj(n -> DIGITS.substring(0, n)).toList();
    return new LookalikeTexts(which + "-digits", which + " rows of digits", texts);
  }
}
