package dev.assay.exchange.secret;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The credentials of one service, by name. Requests mention them in the notation of bash: {@code
 * $TOKEN} is the token, {@code ${TOKEN%?}} the token without its last character, {@code ${TOKEN#?}}
 * without its first, {@code ${TOKEN~~}} with its letter case swapped, {@code
 * ${TOKEN:0:${#TOKEN}/2}} its first half and {@code ${TOKEN:${#TOKEN}/2+1}} what follows the
 * character after that. The values never leave this package.
 */
public final class Secrets {

  private final List<Credential> own;
  private final List<Credential> others;

  /** Those of both that have one value after another. */
  private final List<Credential> changing;

  /**
   * One credential.
   *
   * @param name the placeholder in requests, such as {@code TOKEN}
   * @param shown the name in records: that of the environment variable it came from, if any
   * @param value the credential itself
   */
  public record Secret(String name, String shown, String value) implements Credential {

    private static final String UNKNOWN = "this-token-was-not-fetched-yet";

    /** One that is fetched later. */
    public static Secret unknown(String name, String shown) {
      return new Secret(name, shown, UNKNOWN);
    }

    @Override
    public Secret now() {
      return this;
    }

    @Override
    public List<Secret> ever() {
      return List.of(this);
    }

    @Override
    public String toString() {
      return "$" + shown;
    }
  }

  public Secrets(List<? extends Credential> own) {
    this(own, List.of());
  }

  private Secrets(List<? extends Credential> own, List<? extends Credential> others) {
    this.own = List.copyOf(own);
    this.others = List.copyOf(others);
    this.changing =
        Stream.concat(this.own.stream(), this.others.stream())
            .filter(credential -> !(credential instanceof Secret))
            .toList();
  }

  /** Of these names, for who only wants to know what would be sent. */
  public static Secrets unknown(List<String> names) {
    return new Secrets(names.stream().map(name -> Secret.unknown(name, name)).toList());
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

  /**
   * Those that a request of somebody else carries.
   *
   * @param names of the headers and parameters that hold them, in small letters
   */
  public static Secrets sentIn(Request request, Set<String> names) {
    return new Secrets(SentCredentials.in(request, names));
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
    List<Credential> all = new ArrayList<>(ofRooms(token, orphanToken).own);
    all.add(new Secret("FOREIGN_TOKEN", "ROOMS_FOREIGN_TOKEN", foreignToken));
    return new Secrets(all);
  }

  /** These secrets, with that one instead of the one of its name. */
  public Secrets with(Credential other) {
    return new Secrets(
        own.stream().map(each -> each.name().equals(other.name()) ? other : each).toList(), others);
  }

  /**
   * Fetches anew what can be fetched anew.
   *
   * @return whether anything is different now
   * @throws dev.assay.UserException if it cannot be had
   */
  public boolean renew() {
    return own.stream().filter(Credential::renew).count() > 0;
  }

  /** When the first of them expires, if any is known to. */
  public Optional<Instant> expiresAt() {
    return own.stream().flatMap(each -> each.expiresAt().stream()).min(Comparator.naturalOrder());
  }

  /** A number that grows with each value that has to be kept out of records. */
  int known() {
    int known = 0;
    for (Credential each : changing) {
      known += each.ever().size();
    }
    return known;
  }

  /** Whether there is a credential of that name. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** Whether swapping the letter case of that credential changes it. */
  public boolean hasLetters(String name) {
    String value = value(name);
    return !SecretEncodings.swappedCase(value).equals(value);
  }

  /** A wrong credential of the same length, that has not a character in its place. */
  public String wrongOneOfSameLength(String name) {
    StringBuilder wrong = new StringBuilder();
    value(name).chars().forEach(c -> wrong.append(Placeholder.otherThan((char) c)));
    return wrong.toString();
  }

  /**
   * A character to replace the last of that credential with. It differs in the upper bits of its
   * base64 value too, because decoders ignore the lower ones at the end of a signature.
   */
  public char otherThanLast(String name) {
    return value(name).matches(".*[A-P]") ? 'x' : 'A';
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

  /** The text with every placeholder replaced by its value. */
  public String expand(String text) {
    return placeholders(text).filledIn(this::value);
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
    return placeholders(text)
        .replaced(
            UnaryOperator.identity(),
            found -> found.written().replace(found.name(), shownName(found)));
  }

  /**
   * The text as one word of a shell, which fills in every placeholder.
   *
   * @param quoting makes a word of what is no placeholder
   */
  public String shell(String text, UnaryOperator<String> quoting) {
    return placeholders(text).replaced(quoting, found -> found.shell(shownName(found)));
  }

  private PlaceholderText placeholders(String text) {
    return new PlaceholderText(text, this::has);
  }

  private String shownName(Placeholder placeholder) {
    return find(placeholder.name()).orElseThrow().shown();
  }

  /** The service's own, as they are now; those that are about to expire are renewed. */
  public List<Secret> now() {
    return own.stream().map(Credential::now).toList();
  }

  /** Whatever must not be recorded. */
  public List<Secret> all() {
    return Stream.concat(own.stream(), others.stream())
        .flatMap(credential -> credential.ever().stream())
        .distinct()
        .toList();
  }

  private String value(String name) {
    return find(name).map(credential -> credential.now().value()).orElse("");
  }

  private Optional<Credential> find(String name) {
    return own.stream().filter(credential -> credential.name().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return own.toString();
  }
}
