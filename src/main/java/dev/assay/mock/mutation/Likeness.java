package dev.assay.mock.mutation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A careless way to compare what is given with what is known.
 *
 * @param name a slug
 * @param says what it takes for the known one, to follow "accepts"
 * @param isPattern whether what it takes is a pattern, which can be nobody's name
 * @param takes what is given the value that came, then the known one
 */
public record Likeness(
    String name, String says, boolean isPattern, BiPredicate<String, String> takes) {

  /** All of them. */
  public static Stream<Likeness> all() {
    return Stream.concat(ofIdentifiers(), ofPatterns());
  }

  /** Ways that take one identifier for another. */
  private static Stream<Likeness> ofIdentifiers() {
    return Stream.of(
        near("letter-case-ignored", "any letter case of", String::equalsIgnoreCase),
        near("beginning-is-enough", "the beginning of", (given, known) -> known.startsWith(given)),
        near("end-is-enough", "the end of", (given, known) -> known.endsWith(given)),
        near("last-character-not-compared", "any last character in", Likeness::allButLast),
        near("first-character-not-compared", "any first character in", Likeness::allButFirst),
        near(
            "length-compared",
            "letters or digits as many as",
            (a, b) -> a.length() == b.length() && !a.startsWith("_")),
        near("blanks-trimmed", "blanks around", (given, known) -> given.strip().equals(known)),
        near(
            "leading-zeros-dropped",
            "zeros before",
            (given, known) -> given.replaceFirst("^0+", "").equals(known)),
        near("digits-of-any-script", "digits of any script in", Likeness::normalized),
        near(
            "one-of-a-list",
            "a list that holds",
            (given, known) -> Arrays.asList(given.split(",")).contains(known)));
  }

  /** Ways that take a pattern for what it matches. */
  public static Stream<Likeness> ofPatterns() {
    return Stream.of(
        pattern("sql-patterns", "SQL's patterns of", like('%', '_')),
        pattern("globs", "stars for", like('*', '?')),
        pattern("any-percent", "a percent sign for", (given, known) -> given.equals("%")));
  }

  private static Likeness near(String name, String says, BiPredicate<String, String> takes) {
    return new Likeness(name, says, false, takes);
  }

  private static Likeness pattern(String name, String says, BiPredicate<String, String> takes) {
    return new Likeness(name, says, true, takes);
  }

  private static boolean allButLast(String given, String known) {
    return given.length() == known.length()
        && given.startsWith(known.substring(0, known.length() - 1));
  }

  private static boolean allButFirst(String given, String known) {
    return given.length() == known.length() && given.endsWith(known.substring(1));
  }

  private static boolean normalized(String given, String known) {
    return Normalizer.normalize(given, Normalizer.Form.NFKC).equals(known);
  }

  /** The given one as a pattern in which these stand for any text and for any character. */
  private static BiPredicate<String, String> like(int text, int character) {
    return (given, known) ->
        known.matches(
            given
                .chars()
                .mapToObj(
                    c ->
                        c == text
                            ? ".*"
                            : c == character ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
  }
}
