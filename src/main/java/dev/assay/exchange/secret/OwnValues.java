package dev.assay.exchange.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two targets call by other names, although it is the same: their users, rooms and
 * credentials. A value counts where it stands alone, never as a part of a word, a number or a time.
 */
public final class OwnValues {

  private static final int SHORTEST_NUMBER = 3;
  private static final String CREDENTIAL = "(credential)";

  private final Map<Pattern, String> names = new LinkedHashMap<>();

  /**
   * The values of a target by which two of them differ.
   *
   * @param ids by their keys in target files
   */
  public OwnValues(Secrets secrets, Map<String, String> ids) {
    secrets.all().forEach(s -> names.put(alone(Pattern.quote("$" + s.shown())), CREDENTIAL));
    Map<String, String> keys =
        new TreeMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));
    ids.forEach(
        (key, value) -> {
          keys.putIfAbsent(value, key);
          keys.putIfAbsent(URLEncoder.encode(value, StandardCharsets.UTF_8), key);
          keys.putIfAbsent(encoded(value), key);
        });
    keys.forEach(
        (value, key) -> names.put(pattern(value), Matcher.quoteReplacement("(" + key + ")")));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * A small number may stand anywhere by chance, but as a segment of a path or a value in quotes.
   */
  private static Pattern pattern(String value) {
    boolean small = value.length() < SHORTEST_NUMBER && value.chars().allMatch(Character::isDigit);
    return small
        ? Pattern.compile("(?<=[/=\"'`])" + value + "(?![^/&?#\"'`])|^" + value + "$")
        : alone(Pattern.quote(value));
  }

  static Pattern alone(String quoted) {
    return Pattern.compile(
        "(?<![\\p{Alnum}_-])(?<!\\d[.:,])" + quoted + "(?![\\p{Alnum}_-]|[.:,]\\d)");
  }

  /** The text with each of them by its name. */
  public String named(String text) {
    String named = text;
    for (Map.Entry<Pattern, String> value : names.entrySet()) {
      named = value.getKey().matcher(named).replaceAll(value.getValue());
    }
    return named;
  }
}
