package dev.assay.mock.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Walks once through a header's value: {@code value; name=token; name="quoted \" string"}. */
final class ParameterScanner {

  private final String text;
  private int at;

  ParameterScanner(String text) {
    this.text = text;
  }

  /** What stands before the next {@code end} or the end of the text; stops on {@code end}. */
  String until(char end) {
    int found = text.indexOf(end, at);
    int stop = found < 0 ? text.length() : found;
    String part = text.substring(at, stop);
    at = stop;
    return part;
  }

  /** All that follows, each after its semicolon; empty when something else stands there. */
  Optional<Map<String, String>> parameters() {
    Map<String, String> found = new HashMap<>();
    while (skipBlanks()) {
      if (text.charAt(at++) != ';') {
        return Optional.empty();
      }
      if (skipBlanks() && text.charAt(at) != ';' && !parameter(found)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private boolean parameter(Map<String, String> found) {
    String name = until('=').strip().toLowerCase(Locale.ROOT);
    if (at == text.length() || name.isEmpty()) {
      return false;
    }
    at++;
    Optional<String> value =
        skipBlanks() && text.charAt(at) == '"' ? quoted() : Optional.of(until(';').strip());
    return value.isPresent() && found.putIfAbsent(name, value.get()) == null;
  }

  /** Only a quote and a backslash can be escaped: clients send Windows paths as they are. */
  private Optional<String> quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return Optional.of(value.toString());
      }
      value.append(c == '\\' && isEscapable(at + 1) ? text.charAt(++at) : c);
    }
    return Optional.empty();
  }

  private boolean isEscapable(int index) {
    return index < text.length() && "\"\\".indexOf(text.charAt(index)) >= 0;
  }

  /** Stops on what follows the blanks; false when nothing does. */
  private boolean skipBlanks() {
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }
}
