package dev.assay.suite.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * An identifier that resembles a known one and is another.
 *
 * @param name for case ids
 * @param says what it is, to follow "an identifier that"
 * @param text the identifier
 */
public record NearIdentifier(String name, String says, String text) {

  private static final int FULLWIDTH = '\uFF10' - '0';

  /** Those that are made out of the known one. */
  public static List<NearIdentifier> of(String known) {
    int last = known.length() - 1;
    int middle = known.length() / 2;
    List<NearIdentifier> all =
        List.of(
            new NearIdentifier("shorter", "lacks the last character", known.substring(0, last)),
            new NearIdentifier("beheaded", "lacks the first character", known.substring(1)),
            new NearIdentifier("beginning", "is the first half", known.substring(0, middle)),
            new NearIdentifier("longer", "has one more character", known + "x"),
            new NearIdentifier("doubled", "is the known one twice", known + known),
            new NearIdentifier("last-other", "ends in another", replaced(known, last)),
            new NearIdentifier("first-other", "begins with another", replaced(known, 0)),
            new NearIdentifier("middle-other", "has another inside", replaced(known, middle)),
            new NearIdentifier("lower-case", "is in lower case", known.toLowerCase(Locale.ROOT)),
            new NearIdentifier("upper-case", "is in upper case", known.toUpperCase(Locale.ROOT)),
            new NearIdentifier("leading-zero", "begins with a zero", "0" + known),
            new NearIdentifier("fullwidth", "has digits of another script", fullwidth(known)),
            new NearIdentifier("blank-first", "begins with a blank", " " + known),
            new NearIdentifier("blank-last", "ends in a blank", known + " "),
            new NearIdentifier("list", "is one of several", "x," + known));
    return all.stream().filter(near -> !near.text.isEmpty() && !near.text.equals(known)).toList();
  }

  /** Patterns that a search would match with the known one, and that nobody has for a name. */
  public static List<NearIdentifier> patterns(String known) {
    String half = known.substring(0, known.length() / 2);
    List<NearIdentifier> all = new ArrayList<>();
    all.add(new NearIdentifier("percent", "is the wildcard of SQL", "%"));
    all.add(new NearIdentifier("half-percent", "ends in the wildcard of SQL", half + "%"));
    all.add(
        new NearIdentifier("underscores", "is made of underscores", "_".repeat(known.length())));
    all.add(new NearIdentifier("star", "is a star", "*"));
    all.add(new NearIdentifier("half-star", "ends in a star", half + "*"));
    all.add(new NearIdentifier("expression", "is a regular expression", ".*"));
    return all.stream().filter(near -> !near.text.equals(known)).toList();
  }

  /** A letter takes the place of that character: no neighbour in a count has it. */
  private static String replaced(String known, int at) {
    String other = known.charAt(at) == 'q' ? "z" : "q";
    return known.substring(0, at) + other + known.substring(at + 1);
  }

  private static String fullwidth(String known) {
    IntUnaryOperator wide = c -> c >= '0' && c <= '9' ? c + FULLWIDTH : c;
    return known
        .chars()
        .map(wide)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
