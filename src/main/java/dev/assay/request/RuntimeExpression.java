package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Operation;
import dev.assay.contract.path.OperationPaths;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a link says of a value: a constant, an expression that finds it in an exchange, or a text
 * with expressions in braces (OpenAPI, Runtime Expressions).
 *
 * @param written as the contract has it
 */
public record RuntimeExpression(JsonNode written) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The names of headers are tokens (RFC 9110, section 5.6.2). */
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\$(?:(?<plain>url|method|statusCode)"
              + "|(?<side>request|response)\\."
              + "(?:header\\.(?<header>[!#$%&'*+.^_`|~0-9A-Za-z-]+)"
              + "|query\\.(?<query>.+)|path\\.(?<path>.+)"
              + "|body(?:#(?<pointer>(?:/.*)?))?))");

  private static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]+)}");

  /**
   * An exchange with an operation.
   *
   * @param base the URL below which its path begins
   */
  public record Source(Operation operation, URI base, Exchange exchange) {}

  /** The member of an answer's body in which it finds its value, if it finds it in one. */
  public Optional<String> pointer() {
    return matched("response")
        .flatMap(found -> Optional.ofNullable(found.group("pointer")))
        .filter(pointer -> !pointer.isEmpty());
  }

  /** The header of an answer in which it finds its value, if it finds it in one. */
  public Optional<String> header() {
    return matched("response").flatMap(found -> Optional.ofNullable(found.group("header")));
  }

  private Optional<Matcher> matched(String side) {
    return Optional.of(WHOLE.matcher(written.asText()))
        .filter(found -> written.isTextual() && found.matches())
        .filter(found -> side.equals(found.group("side")));
  }

  /** The value; none if the exchange does not have it, or nothing could have it. */
  public Optional<JsonNode> in(Source source) {
    if (written.isTextual()) {
      return text(written.textValue(), source);
    }
    return written.isContainerNode() ? container(source) : Optional.of(written);
  }

  private Optional<JsonNode> container(Source source) {
    JsonNode copy = written.isArray() ? JSON.arrayNode() : JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : members().toList()) {
      Optional<JsonNode> value = new RuntimeExpression(member.getValue()).in(source);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (copy instanceof ObjectNode object) {
        object.set(member.getKey(), value.get());
      } else if (copy instanceof ArrayNode array) {
        array.add(value.get());
      }
    }
    return Optional.of(copy);
  }

  private Stream<Map.Entry<String, JsonNode>> members() {
    return written.isObject()
        ? written.properties().stream()
        : written.valueStream().map(item -> Map.entry("", item));
  }

  private static Optional<JsonNode> text(String text, Source source) {
    if (text.startsWith("$")) {
      return one(text, source);
    }
    StringBuilder whole = new StringBuilder();
    Matcher embedded = EMBEDDED.matcher(text);
    while (embedded.find()) {
      Optional<JsonNode> value = one(embedded.group(1), source);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      String said = value.get().isValueNode() ? value.get().asText() : value.get().toString();
      embedded.appendReplacement(whole, Matcher.quoteReplacement(said));
    }
    return Optional.of(JSON.textNode(embedded.appendTail(whole).toString()));
  }

  private static Optional<JsonNode> one(String expression, Source source) {
    Matcher found = WHOLE.matcher(expression);
    if (!found.matches()) {
      return Optional.empty();
    }
    Request request = source.exchange().request();
    Optional<Response> response = source.exchange().response();
    if (found.group("plain") != null) {
      return switch (found.group("plain")) {
        case "url" -> said(Optional.of(request.uriWithQuery()));
        case "method" -> said(Optional.of(request.method()));
        default -> response.map(answer -> JSON.numberNode(answer.status()));
      };
    }
    if (found.group("side").equals("request")) {
      return sent(found, source).filter(value -> !value.isMissingNode() && !value.isNull());
    }
    return response
        .flatMap(answer -> answered(found, answer))
        .filter(value -> !value.isMissingNode() && !value.isNull());
  }

  private static Optional<JsonNode> said(Optional<String> text) {
    return text.map(JSON::textNode);
  }

  private static Optional<JsonNode> answered(Matcher found, Response answer) {
    if (found.group("header") != null) {
      return said(answer.header(found.group("header")));
    }
    if (found.group("query") != null || found.group("path") != null) {
      return Optional.empty();
    }
    String pointer = Optional.ofNullable(found.group("pointer")).orElse("");
    Optional<JsonNode> json = answer.json().map(body -> body.at(pointer));
    return json.isEmpty() && pointer.isEmpty() ? said(Optional.of(answer.text())) : json;
  }

  private static Optional<JsonNode> sent(Matcher found, Source source) {
    Request request = source.exchange().request();
    if (found.group("header") != null) {
      return said(request.header(found.group("header")));
    }
    if (found.group("query") != null) {
      return said(inQuery(request, found.group("query")));
    }
    if (found.group("path") != null) {
      return said(inPath(source, found.group("path")));
    }
    String pointer = Optional.ofNullable(found.group("pointer")).orElse("");
    return request
        .body()
        .json()
        .map(body -> body.at(pointer))
        .or(() -> said(request.body().field(pointer.replaceFirst("^/", ""))));
  }

  private static Optional<String> inQuery(Request request, String name) {
    return request.query().stream()
        .flatMap(query -> Stream.of(query.split("&")))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
        .map(pair -> decoded(pair[1]))
        .findFirst();
  }

  private static Optional<String> inPath(Source source, String name) {
    String path = source.exchange().request().uri().getRawPath();
    String base = source.base().getRawPath().replaceFirst("/$", "");
    String below = path.startsWith(base) ? path.substring(base.length()) : path;
    return OperationPaths.of(List.of(source.operation()))
        .find(source.operation().method(), below)
        .flatMap(there -> Optional.ofNullable(there.values().get(name)))
        .map(sent -> decoded(sent.replace("+", "%2B")));
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return sent;
    }
  }
}
