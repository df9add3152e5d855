package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Parameter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How the value of a parameter is written into a request (OpenAPI 3.1, Style Values; RFC 6570;
 * Swagger 2.0, collectionFormat, which has these separators in paths, headers and forms too, and
 * tabs).
 *
 * @param parameter whose value it is
 * @param escaping of each name and value, but for what separates them
 */
record ParameterStyle(Parameter parameter, UnaryOperator<String> escaping) {

  private static final Map<String, String> SEPARATORS =
      Map.of("spaceDelimited", "%20", "pipeDelimited", "%7C", "tabDelimited", "%09");

  static ParameterStyle of(Parameter parameter) {
    boolean plain = parameter.in().equals("header");
    return new ParameterStyle(parameter, plain ? value -> value : ParameterStyle::encoded);
  }

  /** Placeholders of credentials stay as they are; they are filled in when the request is sent. */
  static String encoded(String value) {
    return value.startsWith("$")
        ? value
        : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What stands in the path in place of its name, or in its header. */
  String single(JsonNode value) {
    return switch (parameter.style()) {
      case "label" -> "." + joined(value, parameter.explode() ? "." : ",");
      case "matrix" -> matrix(value);
      default -> joined(value, separator());
    };
  }

  /** As it is sent: in headers and parts of forms, nothing is escaped. */
  private String separator() {
    String escaped = SEPARATORS.getOrDefault(parameter.style(), ",");
    boolean plain = escaping.apply(" ").equals(" ");
    return plain ? URLDecoder.decode(escaped, StandardCharsets.UTF_8) : escaped;
  }

  private String matrix(JsonNode value) {
    String name = parameter.name();
    if (!parameter.explode() || !value.isContainerNode()) {
      return ";" + name + "=" + joined(value, ",");
    }
    return value.isArray()
        ? items(value).stream().map(item -> ";" + name + "=" + item).collect(Collectors.joining())
        : ";" + joined(value, ";");
  }

  private String joined(JsonNode value, String separator) {
    if (isJson(value)) {
      return escaping.apply(value.toString());
    }
    if (value.isArray()) {
      return String.join(separator, items(value));
    }
    if (!value.isObject()) {
      return text(value);
    }
    String between = parameter.explode() ? "=" : ",";
    return value.properties().stream()
        .map(each -> escaping.apply(each.getKey()) + between + text(each.getValue()))
        .collect(Collectors.joining(parameter.explode() ? separator : ","));
  }

  /** The pairs that stand in the query, or in a cookie. */
  List<String> pairs(JsonNode value) {
    String name = escaping.apply(parameter.name());
    if (isJson(value) || !value.isContainerNode()) {
      return List.of(name + "=" + joined(value, ","));
    }
    if (value.isEmpty()) {
      return List.of();
    }
    if (parameter.style().equals("deepObject")) {
      return deep(name, value);
    }
    if (!parameter.explode()) {
      return List.of(name + "=" + flat(value, separator()));
    }
    return value.isArray()
        ? items(value).stream().map(item -> name + "=" + item).toList()
        : List.of(joined(value, "&").split("&", -1));
  }

  private String flat(JsonNode value, String separator) {
    List<String> all = new ArrayList<>();
    if (value.isArray()) {
      all.addAll(items(value));
    } else {
      value
          .properties()
          .forEach(
              each -> all.addAll(List.of(escaping.apply(each.getKey()), text(each.getValue()))));
    }
    return String.join(separator, all);
  }

  private List<String> deep(String name, JsonNode value) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      String inner = name + "%5B" + escaping.apply(each.getKey()) + "%5D";
      if (each.getValue().isObject()) {
        pairs.addAll(deep(inner, each.getValue()));
      } else if (each.getValue().isArray()) {
        items(each.getValue()).forEach(item -> pairs.add(inner + "=" + item));
      } else {
        pairs.add(inner + "=" + text(each.getValue()));
      }
    }
    return pairs;
  }

  private boolean isJson(JsonNode value) {
    return parameter.style().equals("content") && !value.isTextual();
  }

  private List<String> items(JsonNode list) {
    List<String> items = new ArrayList<>();
    list.forEach(item -> items.add(text(item)));
    return items;
  }

  private String text(JsonNode value) {
    return escaping.apply(value.isContainerNode() ? value.toString() : value.asText());
  }
}
