package dev.assay.exchange.target;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How something that a run made is removed again: one entry of {@code cleanUp} in a target file.
 *
 * @param name what the file calls it
 * @param method DELETE or POST
 * @param path path and query below the base URL, with placeholders such as {@code {message_id}}
 * @param ids the placeholders that name what is to be removed; the others say where it is
 */
public record Removal(String name, String method, String path, Set<String> ids) {

  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private static final int LONGEST_VALUE = 2_000;

  public Removal {
    ids = Set.copyOf(ids);
  }

  /** What stands in braces. */
  public Set<String> placeholders() {
    return placeholders(path);
  }

  static Set<String> placeholders(String path) {
    return PLACEHOLDER
        .matcher(path)
        .results()
        .map(placeholder -> placeholder.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where to send it. What a server said is one segment of the path or one value of the query, and
   * nothing else (RFC 3986, section 2.1); what a server that decodes twice could take for more is
   * not sent.
   *
   * @param values for each of the placeholders
   * @return empty if a value could lead elsewhere
   */
  public Optional<URI> at(URI baseUrl, Map<String, String> values) {
    boolean plain =
        placeholders().stream()
            .map(values::get)
            .allMatch(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE);
    boolean leadsElsewhere = segments().anyMatch(segment -> isPartOfPath(segment, values));
    return plain && !leadsElsewhere
        ? Optional.of(URI.create(baseUrl + filled(path, name -> encoded(values.get(name)))))
        : Optional.empty();
  }

  private Stream<String> segments() {
    return Arrays.stream(path.split("\\?", 2)[0].split("/"));
  }

  /** Whether that segment, filled in, would be several, or the one above. */
  private static boolean isPartOfPath(String segment, Map<String, String> values) {
    String filled = filled(segment, values::get);
    return !filled.equals(segment)
        && (filled.matches("\\.*") || filled.chars().anyMatch(Removal::dividesPaths));
  }

  private static boolean dividesPaths(int c) {
    return "/\\;?#%".indexOf(c) >= 0 || Character.isISOControl(c);
  }

  private static String filled(String text, UnaryOperator<String> value) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll((MatchResult found) -> Matcher.quoteReplacement(value.apply(found.group(1))));
  }

  /** Only unreserved characters stay as they are. */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      encoded.append(
          unreserved
              ? c
              : "%" + Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT));
    }
    return encoded.toString();
  }
}
