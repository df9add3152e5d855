package dev.assay.mock.derived;

import dev.assay.contract.Parameter;
import dev.assay.mock.http.MockRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The parameters of a request, read in each documented style (OpenAPI, Parameter Object, style).
 *
 * @param request where they are
 * @param inPath those of its path, as they are sent
 */
record SentParameters(MockRequest request, Map<String, String> inPath) {

  /** A name and its value, as they are sent. */
  record Pair(String name, String value) {}

  /** What was sent for it; none if nothing was. */
  Optional<SentValue> of(Parameter parameter) {
    return switch (parameter.in()) {
      case "query" -> new SentPairs(pairs(request.query())).of(parameter);
      case "cookie" -> new SentPairs(cookiePairs(request)).of(parameter);
      case "path" ->
          Optional.ofNullable(inPath.get(parameter.name())).map(sent -> inPath(sent, parameter));
      default ->
          header(parameter)
              .map(sent -> listed(sent, parameter, separator(parameter.style()), text -> text));
    };
  }

  /** The pairs of a query or of a form (WHATWG URL, section 5.1), their values as sent. */
  static List<Pair> pairs(String text) {
    return Stream.of(text.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(parts -> new Pair(decoded(parts[0]), parts.length == 2 ? parts[1] : ""))
        .toList();
  }

  /** The values of the cookies of that name. */
  static List<String> cookies(MockRequest request, String name) {
    return cookiePairs(request).stream()
        .filter(pair -> pair.name().equals(name))
        .map(Pair::value)
        .toList();
  }

  private static List<Pair> cookiePairs(MockRequest request) {
    return request.headers().values().getOrDefault("cookie", List.of()).stream()
        .flatMap(line -> Stream.of(line.split(";")))
        .map(pair -> pair.strip().split("=", 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> new Pair(parts[0], parts[1]))
        .toList();
  }

  private Optional<String> header(Parameter parameter) {
    List<String> sent =
        request
            .headers()
            .values()
            .getOrDefault(parameter.name().toLowerCase(Locale.ROOT), List.of());
    return sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
  }

  private static SentValue inPath(String sent, Parameter parameter) {
    return switch (parameter.style()) {
      case "label" ->
          listed(
              sent.replaceFirst("^\\.", ""),
              parameter,
              parameter.explode() ? "\\." : ",",
              SentParameters::decodedPath);
      case "matrix" -> matrix(sent, parameter);
      default -> listed(sent, parameter, separator(parameter.style()), SentParameters::decodedPath);
    };
  }

  /** What stands between the items of a list of that style, escaped or not. */
  static String separator(String style) {
    return switch (style) {
      case "spaceDelimited" -> "%20|\\+| ";
      case "pipeDelimited" -> "\\||%7[Cc]";
      case "tabDelimited" -> "\t|%09";
      default -> ",";
    };
  }

  /** A plus sign in a path is a plus sign. */
  private static String decodedPath(String sent) {
    return decoded(sent.replace("+", "%2B"));
  }

  private static SentValue matrix(String sent, Parameter parameter) {
    List<String> parts = Arrays.stream(sent.split(";")).filter(part -> !part.isEmpty()).toList();
    if (!parameter.explode() || parts.size() == 1) {
      String value = sent.replaceFirst("^;[^=]*=?", "");
      SentValue all = listed(value, parameter, ",", SentParameters::decodedPath);
      return parameter.explode() ? new SentValue(all.text(), all.items(), named(parts)) : all;
    }
    return new SentValue(
        Optional.empty(),
        parts.stream().map(part -> decodedPath(part.replaceFirst("^[^=]*=", ""))).toList(),
        named(parts));
  }

  /** A text with a separator between its items, which is read as each of what it can be. */
  static SentValue listed(
      String sent, Parameter parameter, String separator, UnaryOperator<String> decoded) {
    List<String> parts = Arrays.stream(sent.split(separator, -1)).map(String::strip).toList();
    Map<String, String> members = new LinkedHashMap<>();
    if (parameter.explode()) {
      members.putAll(named(parts));
    } else {
      for (int i = 0; i + 1 < parts.size(); i += 2) {
        members.put(decoded.apply(parts.get(i)), decoded.apply(parts.get(i + 1)));
      }
    }
    return new SentValue(
        Optional.of(decoded.apply(sent)), parts.stream().map(decoded).toList(), members);
  }

  private static Map<String, String> named(List<String> parts) {
    Map<String, String> members = new LinkedHashMap<>();
    parts.stream()
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> members.put(decoded(part[0]), decoded(part[1])));
    return members;
  }

  /** The same without percent signs and plus signs; as it is where that cannot be. */
  static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return sent;
    }
  }

  /** Those pairs, read by the style of each parameter. */
  record SentPairs(List<Pair> pairs) {

    Optional<SentValue> of(Parameter parameter) {
      List<String> own =
          pairs.stream()
              .filter(pair -> pair.name().equals(parameter.name()))
              .map(Pair::value)
              .toList();
      Map<String, String> members = members(parameter);
      if (own.isEmpty() && members.isEmpty()) {
        return Optional.empty();
      }
      String separator = separator(parameter);
      if (own.size() == 1 && !separator.isEmpty()) {
        return Optional.of(listed(own.get(0), parameter, separator, SentParameters::decoded));
      }
      List<String> values = own.stream().map(SentParameters::decoded).toList();
      Optional<String> text = values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
      return Optional.of(new SentValue(text, values, members));
    }

    private static String separator(Parameter parameter) {
      boolean single = parameter.explode() || parameter.style().matches("deepObject|content");
      return single ? "" : SentParameters.separator(parameter.style());
    }

    /** The members of an object that are written as parameters of their own. */
    private Map<String, String> members(Parameter parameter) {
      Map<String, String> members = new LinkedHashMap<>();
      List<String> names = new ArrayList<>();
      parameter.schema().path("properties").fieldNames().forEachRemaining(names::add);
      for (Pair pair : pairs) {
        String name = pair.name();
        if (parameter.style().equals("deepObject")) {
          String before = parameter.name() + "[";
          if (name.startsWith(before) && name.endsWith("]")) {
            members.put(name.substring(before.length(), name.length() - 1), decoded(pair.value()));
          }
        } else if (parameter.explode() && names.contains(name)) {
          members.put(name, decoded(pair.value()));
        }
      }
      return members;
    }
  }
}
