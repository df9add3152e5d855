package dev.assay.contract.schema;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a schema, which is one of ECMA-262 (JSON Schema 2020-12, Core, 6.4), in
 * the form that means the same to Java.
 */
public final class EcmaPattern {

  /** What Java does not call white space (ECMA-262, CharacterClassEscape). */
  private static final String MORE_BLANKS =
      "\\x0B\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  private static final Map<String, String> OTHERWISE =
      Map.of(
          "\\s", "[\\s" + MORE_BLANKS + "]",
          "\\S", "[^\\s" + MORE_BLANKS + "]",
          "\\v", "\\x0B",
          "\\0", "\\x00",
          "$", "\\z",
          ".", "[^\\n\\r\\u2028\\u2029]");

  /** General categories by their long names (ECMA-262, table 70), of which Java knows the short. */
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("Letter", "L"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Lowercase_Letter", "Ll"),
          Map.entry("Mark", "M"),
          Map.entry("Number", "N"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("digit", "Nd"),
          Map.entry("Punctuation", "P"),
          Map.entry("punct", "P"),
          Map.entry("Symbol", "S"),
          Map.entry("Separator", "Z"),
          Map.entry("Space_Separator", "Zs"),
          Map.entry("Other", "C"));

  /** Each is taken as a whole. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\c([A-Za-z])|\\\\u\\{([0-9A-Fa-f]{1,6})}|(\\\\[pP])\\{(\\w+)}|\\\\[^\\n]|&&|[^\\\\]",
          Pattern.DOTALL);

  /** Options and classes that are written so elsewhere, and mean nothing, or else, to ECMA-262. */
  private static final Pattern OPTIONS = Pattern.compile("\\(\\?[a-zA-Z-]+[:)]");

  private static final Pattern POSIX_CLASS = Pattern.compile("\\[:\\^?[a-z]+:]");

  private final StringBuilder java = new StringBuilder();
  private boolean inClass;

  private EcmaPattern() {}

  /**
   * Reads one.
   *
   * @throws PatternSyntaxException if Java cannot read it, or it is plainly of another dialect
   */
  public static Pattern of(String pattern) {
    if (OPTIONS.matcher(pattern).find()) {
      return Pattern.compile(pattern);
    }
    if (POSIX_CLASS.matcher(pattern).find()) {
      throw new PatternSyntaxException("a class of POSIX", pattern, -1);
    }
    return Pattern.compile(new EcmaPattern().inJava(pattern));
  }

  private String inJava(String pattern) {
    Matcher token = TOKEN.matcher(pattern);
    int end = 0;
    while (token.find() && token.start() == end) {
      end = token.end();
      java.append(inJava(token));
    }
    return java.append(pattern, end, pattern.length()).toString();
  }

  private String inJava(Matcher token) {
    String text = token.group();
    if (token.group(1) != null) {
      return "\\c" + token.group(1).toUpperCase(Locale.ROOT);
    }
    if (token.group(2) != null) {
      return "\\x{" + token.group(2) + "}";
    }
    if (token.group(3) != null) {
      String name = token.group(4);
      return token.group(3) + "{" + CATEGORIES.getOrDefault(name, name) + "}";
    }
    return inClass ? inClass(text) : outside(text);
  }

  private String inClass(String text) {
    return switch (text) {
      case "]" -> {
        inClass = false;
        yield text;
      }
      case "[" -> "\\[";
      case "&&" -> "&\\&";
      default -> text.startsWith("\\") ? OTHERWISE.getOrDefault(text, text) : text;
    };
  }

  private String outside(String text) {
    inClass = text.equals("[");
    return OTHERWISE.getOrDefault(text, text);
  }
}
