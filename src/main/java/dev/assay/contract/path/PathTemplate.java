package dev.assay.contract.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contract.Operation;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documented path with parameters in it (OpenAPI, Path Templating).
 *
 * @param path as documented
 * @param form of the paths that it stands for, as they are sent; a group for each parameter
 * @param parameters their names, in order
 */
public record PathTemplate(String path, Pattern form, List<String> parameters) {

  private static final Pattern UNSENDABLE =
      Pattern.compile("[^!-~]+|[\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

  /** What is said to the letter comes before what is said with parameters. */
  static final Comparator<PathTemplate> MOST_SPECIFIC_FIRST =
      Comparator.comparing(PathTemplate::specificity).reversed();

  /** Read from a contract. */
  public static PathTemplate of(String path) {
    StringBuilder form = new StringBuilder();
    List<String> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(path);
    int at = 0;
    while (matcher.find()) {
      form.append(literal(path.substring(at, matcher.start()))).append("([^/]+?)");
      parameters.add(matcher.group(1));
      at = matcher.end();
    }
    form.append(literal(path.substring(at)));
    return new PathTemplate(path, Pattern.compile(form.toString()), List.copyOf(parameters));
  }

  /** The first name in the path of that operation which it declares no parameter for. */
  public static Optional<String> undeclared(Operation operation) {
    return of(operation.path()).parameters().stream()
        .filter(
            name ->
                operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("path"))
                    .noneMatch(parameter -> parameter.name().equals(name)))
        .findFirst();
  }

  /** Also as it is sent, with percent signs for what cannot stand in a path. */
  private static String literal(String text) {
    return "(?:%s|%s)".formatted(Pattern.quote(text), Pattern.quote(encoded(text)));
  }

  private static String encoded(String text) {
    try {
      return new URI(null, null, "/" + text, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      return text;
    }
  }

  /**
   * The path as it is sent.
   *
   * @param values of its parameters by their names, as they are sent; one without a value is left
   *     out
   */
  public String sent(Map<String, String> values) {
    StringBuilder sent = new StringBuilder();
    Matcher matcher = PARAMETER.matcher(path);
    int at = 0;
    while (matcher.find()) {
      sent.append(sendable(path.substring(at, matcher.start())));
      sent.append(values.getOrDefault(matcher.group(1), ""));
      at = matcher.end();
    }
    return sent.append(sendable(path.substring(at))).toString();
  }

  /** With percent signs for what no URI may have (RFC 3986, section 2); those there are stay. */
  private static String sendable(String text) {
    return UNSENDABLE
        .matcher(text)
        .replaceAll(found -> URLEncoder.encode(found.group(), UTF_8).replace("+", "%20"));
  }

  /** For each segment a letter, which is later in the alphabet the less is left open. */
  private String specificity() {
    StringBuilder letters = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      boolean open = PARAMETER.matcher(segment).find();
      letters.append(!open ? 'c' : PARAMETER.matcher(segment).matches() ? 'a' : 'b');
    }
    return letters.toString();
  }

  /** The values of its parameters in that path, as they are sent; none if it is another. */
  Optional<Map<String, String>> values(String sent) {
    Matcher matcher = form.matcher(sent);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }
}
