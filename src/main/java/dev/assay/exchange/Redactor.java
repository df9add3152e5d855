package dev.assay.exchange;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces credentials, plain, URL-encoded, escaped for JSON or in base64, by their placeholders.
 * In JSON only names and strings are touched, so that a short credential cannot damage a number. A
 * credential of fewer than eight characters is replaced only where it stands as a word of its own.
 */
final class Redactor {

  private static final int SHORT = 8;

  private final Map<Pattern, String> replacements = new LinkedHashMap<>();

  Redactor(Secrets secrets) {
    List<Secrets.Secret> longestFirst = new ArrayList<>(secrets.all());
    longestFirst.sort(
        Comparator.comparingInt((Secrets.Secret secret) -> secret.value().length()).reversed());
    for (Secrets.Secret secret : longestFirst) {
      for (String form : forms(secret.value())) {
        replacements.put(pattern(form), Matcher.quoteReplacement("$" + secret.shown()));
      }
    }
  }

  private static List<String> forms(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    return Stream.of(
            value,
            json,
            json.replace("/", "\\/"),
            URLEncoder.encode(value, StandardCharsets.UTF_8),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .distinct()
        .toList();
  }

  private static Pattern pattern(String form) {
    String literal = Pattern.quote(form);
    return Pattern.compile(
        form.length() < SHORT ? "(?<![\\p{Alnum}_-])" + literal + "(?![\\p{Alnum}_-])" : literal);
  }

  String text(String text) {
    String redacted = text;
    for (Map.Entry<Pattern, String> replacement : replacements.entrySet()) {
      redacted = replacement.getKey().matcher(redacted).replaceAll(replacement.getValue());
    }
    return redacted;
  }

  JsonNode json(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue()));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> copy.set(text(e.getKey()), json(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(json(element)));
      return copy;
    }
    return node;
  }
}
