package dev.assay.exchange.secret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a credential in a text, in the notation of bash.
 *
 * @param name of the credential
 * @param form what of its value is meant; empty for all of it
 * @param written as it stands there
 * @param from where it begins
 * @param to where what follows begins
 */
record Placeholder(String name, String form, String written, int from, int to) {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\$(?:([A-Z_]+)|\\{([A-Z_]+)(%\\?|#\\?|~~|:0:\\$\\{#\\2}/2|:\\$\\{#\\2}/2\\+1)?})");

  private static final String WITHOUT_LAST = "%?";
  private static final String WITHOUT_FIRST = "#?";
  private static final String OTHER_CASE = "~~";
  private static final String FIRST_HALF = ":0:";

  /** The next one in the text from there on, be there such a credential or not. */
  static Optional<Placeholder> in(String text, int start) {
    Matcher found = WRITTEN.matcher(text);
    if (!found.find(start)) {
      return Optional.empty();
    }
    return Optional.of(
        new Placeholder(
            found.group(1) != null ? found.group(1) : found.group(2),
            found.group(3) == null ? "" : found.group(3),
            found.group(),
            found.start(),
            found.end()));
  }

  /** Whether all of the credential is meant. */
  boolean isWhole() {
    return form.isEmpty();
  }

  /** What is meant of that value. */
  String of(String value) {
    int half = value.length() / 2;
    return switch (form) {
      case "" -> value;
      case WITHOUT_LAST -> value.substring(0, value.length() - 1);
      case WITHOUT_FIRST -> value.substring(1);
      case OTHER_CASE -> SecretEncodings.swappedCase(value);
      default -> form.startsWith(FIRST_HALF) ? value.substring(0, half) : value.substring(half + 1);
    };
  }

  /**
   * Appends what is meant of a value. A token that was renewed may have, where a request replaces
   * one of its characters, the very one that the request puts there: another is put there then.
   *
   * @param rest what follows in the text
   * @return how much of that was appended too
   */
  int fillIn(StringBuilder filled, String value, String rest) {
    int last = filled.length() - 1;
    if (form.equals(WITHOUT_FIRST) && last >= 0 && filled.charAt(last) == value.charAt(0)) {
      filled.setCharAt(last, otherThan(value.charAt(0)));
    }
    filled.append(of(value));
    boolean replaces = form.equals(WITHOUT_LAST) || form.startsWith(FIRST_HALF);
    char replaced =
        value.charAt(form.equals(WITHOUT_LAST) ? value.length() - 1 : value.length() / 2);
    if (replaces && !rest.isEmpty() && rest.charAt(0) == replaced) {
      filled.append(otherThan(replaced));
      return 1;
    }
    return 0;
  }

  static char otherThan(char c) {
    return c == 'x' ? 'y' : 'x';
  }

  /** The same for a shell that has the value in that variable. Bash could say it shorter. */
  String shell(String variable) {
    String value = "\"$" + variable + "\"";
    return switch (form) {
      case "" -> value;
      case WITHOUT_LAST, WITHOUT_FIRST -> "\"${" + variable + form + "}\"";
      case OTHER_CASE -> "\"$(printf %s " + value + " | tr A-Za-z a-zA-Z)\"";
      default ->
          "\"$(printf %s "
              + value
              + (form.startsWith(FIRST_HALF)
                  ? " | head -c $((${#" + variable + "}/2)))\""
                  : " | tail -c +$((${#" + variable + "}/2+2)))\"");
    };
  }
}
