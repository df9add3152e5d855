package dev.assay.exchange.secret;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The credentials of one service, by name. Requests mention them in the notation of bash: {@code
 * $TOKEN} is the token, {@code ${TOKEN%?}} the token without its last character, {@code ${TOKEN#?}}
 * without its first, {@code ${TOKEN~~}} with its letter case swapped, {@code
 * ${TOKEN:0:${#TOKEN}/2}} its first half and {@code ${TOKEN:${#TOKEN}/2+1}} what follows the
 * character after that. The values never leave this package.
 */
public final class Secrets {

  private static final Pattern PLACEHOLDER = placeholder("[A-Z_]+");

  private final List<Secret> own;
  private final List<Secret> others;

  /**
   * One credential.
   *
   * @param name the placeholder in requests, such as {@code TOKEN}
   * @param shown the name in records: that of the environment variable it came from, if any
   * @param value the credential itself
   */
  public record Secret(String name, String shown, String value) {

    @Override
    public String toString() {
      return "$" + shown;
    }
  }

  public Secrets(List<Secret> own) {
    this(own, List.of());
  }

  private Secrets(List<Secret> own, List<Secret> others) {
    this.own = List.copyOf(own);
    this.others = List.copyOf(others);
  }

  /** None at all. */
  public static Secrets none() {
    return new Secrets(List.of());
  }

  /** These secrets, which also keep those of other services out of records. */
  public Secrets alsoHiding(List<Secrets> hidden) {
    return new Secrets(
        own,
        Stream.concat(others.stream(), hidden.stream().flatMap(each -> each.own.stream()))
            .toList());
  }

  /** Credentials given in code, for a target built in code. */
  public static Secrets of(String token, String clientId) {
    return new Secrets(
        List.of(
            new Secret("TOKEN", "TOKEN", token), new Secret("CLIENT_ID", "CLIENT_ID", clientId)));
  }

  /** Credentials given in code, for a target built in code. */
  public static Secrets ofRooms(String token, String orphanToken) {
    return new Secrets(
        List.of(
            new Secret("TOKEN", "ROOMS_TOKEN", token),
            new Secret("ORPHAN_TOKEN", "ROOMS_ORPHAN", orphanToken)));
  }

  /** Credentials given in code, for a target whose foreign room has a member too. */
  public static Secrets ofRooms(String token, String orphanToken, String foreignToken) {
    List<Secret> all = new ArrayList<>(ofRooms(token, orphanToken).own);
    all.add(new Secret("FOREIGN_TOKEN", "ROOMS_FOREIGN_TOKEN", foreignToken));
    return new Secrets(all);
  }

  /** Whether there is a credential of that name. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** Whether swapping the letter case of that credential changes it. */
  public boolean hasLetters(String name) {
    return find(name)
        .filter(s -> !SecretEncodings.swappedCase(s.value()).equals(s.value()))
        .isPresent();
  }

  /** A wrong credential of the same length, that has not a character in its place. */
  public String wrongOneOfSameLength(String name) {
    StringBuilder wrong = new StringBuilder();
    find(name)
        .map(Secret::value)
        .orElse("")
        .chars()
        .forEach(c -> wrong.append(c == 'x' ? 'y' : 'x'));
    return wrong.toString();
  }

  /**
   * A character to replace the last of that credential with. It differs in the upper bits of its
   * base64 value too, because decoders ignore the lower ones at the end of a signature.
   */
  public char otherThanLast(String name) {
    String value = find(name).map(Secret::value).orElse("");
    return value.matches(".*[A-P]") ? 'x' : 'A';
  }

  /** A character that differs from the first of that credential, to replace it with. */
  public char otherThanFirst(String name) {
    return wrongOneOfSameLength(name).charAt(0);
  }

  /** A character that differs from the one in the middle of that credential. */
  public char otherThanMiddle(String name) {
    String wrong = wrongOneOfSameLength(name);
    return wrong.charAt(wrong.length() / 2);
  }

  /** What stands for a credential whose name that expression matches, in all its forms. */
  private static Pattern placeholder(String names) {
    return Pattern.compile(
        "\\$(?:(%1$s)|\\{(%1$s)(%%\\?|#\\?|~~|:0:\\$\\{#\\2}/2|:\\$\\{#\\2}/2\\+1)?})"
            .formatted(names));
  }

  /** The text with every placeholder replaced by its value. */
  public String expand(String text) {
    return substitute(text, false);
  }

  /** The request with every placeholder replaced by its value. */
  public Request filledIn(Request request) {
    return new Request(
        request.method(),
        request.uri(),
        request.query().map(this::expand),
        request.headers().stream().map(h -> new Header(h.name(), expand(h.value()))).toList(),
        request.body(),
        request.framing());
  }

  /** The request without its query and headers that hold a placeholder. */
  public Request leftOut(Request request) {
    return new Request(
        request.method(),
        request.uri(),
        request.query().filter(text -> expand(text).equals(text)),
        request.headers().stream().filter(h -> expand(h.value()).equals(h.value())).toList(),
        request.body(),
        request.framing());
  }

  /** The text with every placeholder in the name that the user knows. */
  public String shown(String text) {
    return substitute(text, true);
  }

  /**
   * The text as one word of a shell, which fills in every placeholder.
   *
   * @param quoting makes a word of what is no placeholder
   */
  public String shell(String text, UnaryOperator<String> quoting) {
    StringBuilder word = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int from = 0;
    while (matcher.find()) {
      Optional<Secret> secret = find(name(matcher.toMatchResult()));
      if (secret.isPresent()) {
        if (matcher.start() > from) {
          word.append(quoting.apply(text.substring(from, matcher.start())));
        }
        word.append(shell(secret.get().shown(), form(matcher.toMatchResult())));
        from = matcher.end();
      }
    }
    if (from < text.length()) {
      word.append(quoting.apply(text.substring(from)));
    }
    return word.toString();
  }

  /** Bash could say it shorter; this every shell understands. */
  private static String shell(String variable, String form) {
    String value = "\"$" + variable + "\"";
    return switch (form) {
      case "" -> value;
      case "%?", "#?" -> "\"${" + variable + form + "}\"";
      case "~~" -> "\"$(printf %s " + value + " | tr A-Za-z a-zA-Z)\"";
      default ->
          "\"$(printf %s "
              + value
              + (form.startsWith(":0:")
                  ? " | head -c $((${#" + variable + "}/2)))\""
                  : " | tail -c +$((${#" + variable + "}/2+2)))\"");
    };
  }

  private static String name(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(2);
  }

  private static String form(MatchResult match) {
    return match.group(3) == null ? "" : match.group(3);
  }

  /** Whatever must not be recorded. */
  public List<Secret> all() {
    return Stream.concat(own.stream(), others.stream()).distinct().toList();
  }

  private String substitute(String text, boolean shown) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.replaceAll(
        match -> {
          String replacement =
              find(name(match))
                  .map(s -> shown ? reference(s, match.group()) : formed(s, form(match)))
                  .orElse(match.group());
          return Matcher.quoteReplacement(replacement);
        });
  }

  private static String reference(Secret secret, String placeholder) {
    return placeholder.replace(secret.name(), secret.shown());
  }

  private static String formed(Secret secret, String form) {
    String value = secret.value();
    int half = value.length() / 2;
    return switch (form) {
      case "%?" -> value.substring(0, value.length() - 1);
      case "#?" -> value.substring(1);
      case "~~" -> SecretEncodings.swappedCase(value);
      case "" -> value;
      default -> form.startsWith(":0:") ? value.substring(0, half) : value.substring(half + 1);
    };
  }

  private Optional<Secret> find(String name) {
    return own.stream().filter(secret -> secret.name().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return own.toString();
  }
}
