package dev.assay.exchange.secret;

import dev.assay.exchange.shell.ShellQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces credentials, in each of the {@link SecretEncodings} and in large pieces, by their
 * placeholders. A credential of fewer than eight characters is replaced only where it stands as a
 * word of its own.
 */
public final class Redactor {

  static final int SHORT = 8;

  private static final String CUT = "…";

  private final Secrets secrets;
  private volatile Known latest;

  /**
   * What is looked for.
   *
   * @param number how many values there were to be kept out of records
   * @param search finds the long ones
   * @param words the short ones, with their placeholders
   * @param longest how long the longest is, in characters
   */
  private record Known(
      int number,
      List<SecretSearch.Sought> all,
      SecretSearch search,
      Map<Pattern, String> words,
      int longest) {

    private static Known of(Secrets secrets) {
      int number = secrets.known();
      List<SecretSearch.Sought> sought = new ArrayList<>();
      Map<Pattern, String> words = new LinkedHashMap<>();
      for (Secrets.Secret secret : secrets.all()) {
        for (String form : SecretEncodings.of(secret.value())) {
          if (form.length() >= SHORT) {
            sought.add(new SecretSearch.Sought(form, "$" + secret.shown()));
          } else if (!form.isEmpty()) {
            words.put(word(form), "$" + secret.shown());
          }
        }
      }
      int longest = sought.stream().mapToInt(each -> each.form().length()).max().orElse(SHORT);
      return new Known(number, List.copyOf(sought), new SecretSearch(sought), words, longest);
    }
  }

  public Redactor(Secrets secrets) {
    this.secrets = secrets;
    this.latest = Known.of(secrets);
  }

  /** Tokens are renewed. */
  private Known known() {
    Known known = latest;
    if (known.number() != secrets.known()) {
      known = Known.of(secrets);
      latest = known;
    }
    return known;
  }

  private static Pattern word(String form) {
    return OwnValues.alone(Pattern.quote(form));
  }

  /** The text without any credential, in itself or in a URL. */
  public String text(String text) {
    return UrlSignatures.masked(credentials(text));
  }

  /** The text with its credentials by name; the beginning of one cut off with … is one too. */
  public String credentials(String text) {
    String whole = text.indexOf(CUT) < 0 ? text : withoutCutOnes(text);
    return pieces(whole).stream().map(Piece::text).collect(Collectors.joining());
  }

  /** As one word of a shell, which fills in the credentials and nothing else. */
  public String shellWord(String text) {
    StringBuilder word = new StringBuilder();
    for (Piece piece : pieces(text)) {
      word.append(
          piece.isPlaceholder()
              ? '"' + piece.text() + '"'
              : ShellQuoting.quoted(UrlSignatures.masked(piece.text())));
    }
    return word.length() == 0 ? "''" : word.toString();
  }

  /**
   * A part of a text.
   *
   * @param text as it is, or what stands there instead
   * @param isPlaceholder whether it stands for a credential
   */
  private record Piece(String text, boolean isPlaceholder) {}

  private List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (SecretSearch.Found found : known().search().in(text)) {
      pieces.addAll(words(text.substring(from, found.from())));
      pieces.add(new Piece(found.sought().name(), true));
      from = found.to();
    }
    pieces.addAll(words(text.substring(from)));
    return pieces;
  }

  private List<Piece> words(String text) {
    List<Piece> pieces =
        new ArrayList<>(text.isEmpty() ? List.of() : List.of(new Piece(text, false)));
    known()
        .words()
        .forEach(
            (word, name) -> {
              List<Piece> before = List.copyOf(pieces);
              pieces.clear();
              before.forEach(piece -> split(piece, word, name, pieces));
            });
    return pieces;
  }

  private static void split(Piece piece, Pattern word, String name, List<Piece> into) {
    Matcher found = word.matcher(piece.text());
    int from = 0;
    while (!piece.isPlaceholder() && found.find()) {
      if (found.start() > from) {
        into.add(new Piece(piece.text().substring(from, found.start()), false));
      }
      into.add(new Piece(name, true));
      from = found.end();
    }
    if (from < piece.text().length()) {
      into.add(from == 0 ? piece : new Piece(piece.text().substring(from), false));
    }
  }

  private String withoutCutOnes(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int at = whole.lastIndexOf(CUT); at >= 0; at = whole.lastIndexOf(CUT, at - 1)) {
      for (SecretSearch.Sought sought : known().all()) {
        int length = sought.cutBefore(whole, at);
        if (length > 0) {
          whole.replace(at - length, at, sought.name());
          at += sought.name().length() - length;
        }
      }
    }
    return whole.toString();
  }

  /** The beginning of a text that goes on; a credential at its end may be cut in two. */
  public String beginning(String text) {
    return text(text.substring(0, Math.max(0, text.length() - known().longest())));
  }
}
