package dev.assay.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces credentials, in each of the {@link SecretForms} and in large pieces, by their
 * placeholders. A credential of fewer than eight characters is replaced only where it stands as a
 * word of its own.
 */
final class Redactor {

  static final int SHORT = 8;

  private static final String CUT = "…";

  private final List<SecretSearch.Sought> all;
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
    all = List.copyOf(sought);
    search = new SecretSearch(all);
    longest = sought.stream().mapToInt(each -> each.form().length()).max().orElse(SHORT);
  }

  private static Pattern word(String form) {
    return OwnValues.alone(Pattern.quote(form));
  }

  /** The text without any credential; the beginning of one that was cut off with … is one too. */
  String text(String text) {
    return replaced(text.indexOf(CUT) < 0 ? text : withoutCutOnes(text));
  }

  private String withoutCutOnes(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int at = whole.lastIndexOf(CUT); at >= 0; at = whole.lastIndexOf(CUT, at - 1)) {
      for (SecretSearch.Sought sought : all) {
        int length = sought.cutBefore(whole, at);
        if (length > 0) {
          whole.replace(at - length, at, sought.name());
          at += sought.name().length() - length;
        }
      }
    }
    return whole.toString();
  }

  private String replaced(String text) {
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
}
