package dev.assay.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces credentials, in each of the {@link SecretForms} and in large pieces, by their
 * placeholders. In JSON only names and strings are touched, so that a short credential cannot
 * damage a number. A credential of fewer than eight characters is replaced only where it stands as
 * a word of its own.
 */
final class Redactor {

  static final int SHORT = 8;

  private final SecretSearch search;
  private final Map<Pattern, String> words = new LinkedHashMap<>();
  private final int longest;

  Redactor(Secrets secrets) {
    List<SecretSearch.Sought> sought = new ArrayList<>();
    for (Secrets.Secret secret : secrets.all()) {
      for (String form : SecretForms.of(secret.value())) {
        if (form.length() >= SHORT) {
          sought.add(new SecretSearch.Sought(form, "$" + secret.shown()));
        } else if (!form.isEmpty()) {
          words.put(word(form), Matcher.quoteReplacement("$" + secret.shown()));
        }
      }
    }
    search = new SecretSearch(sought);
    longest = sought.stream().mapToInt(each -> each.form().length()).max().orElse(SHORT);
  }

  private static Pattern word(String form) {
    return Pattern.compile("(?<![\\p{Alnum}_-])" + Pattern.quote(form) + "(?![\\p{Alnum}_-])");
  }

  String text(String text) {
    StringBuilder redacted = new StringBuilder();
    int from = 0;
    for (SecretSearch.Found found : search.in(text)) {
      redacted.append(text, from, found.from()).append(found.sought().name());
      from = found.to();
    }
    String rest = from == 0 ? text : redacted.append(text, from, text.length()).toString();
    for (Map.Entry<Pattern, String> word : words.entrySet()) {
      rest = word.getKey().matcher(rest).replaceAll(word.getValue());
    }
    return rest;
  }

  /** The beginning of a text that goes on; a credential at its end may be cut in two. */
  String beginning(String text) {
    return text(text.substring(0, Math.max(0, text.length() - longest)));
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
