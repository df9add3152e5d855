package dev.assay.report.text;

import dev.assay.Conclusion;
import dev.assay.verdict.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;

/** How an outcome looks in a line of text: that of a case, or the word of another report. */
public enum OutcomeSymbol {
  PASS("✔", Style.fg_green, "met", "kept", "no regression seen", "killed", "quiet", "YES", "fixed"),
  INFO("ⓘ", Style.fg_cyan, "differs"),
  SKIP("–", Style.faint, "not judged", "not measured", "not compared", "NOT_RUN", "cannot tell"),
  KNOWN("≈", Style.fg_blue),
  WARN("⚠", Style.fg_yellow, "inexact", "both wrong"),
  ERROR(
      "!",
      Style.fg_magenta,
      "invalid",
      "undecided",
      "UNDECIDED",
      "the load generator was the limit"),
  FAIL(
      "×",
      Style.fg_red,
      "missed",
      "not kept",
      "not answered",
      "regression",
      "survived",
      "blamed",
      "NO",
      "regressed");

  private final String symbol;
  private final Style style;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<String> words;

  OutcomeSymbol(String symbol, Style style, String... words) {
    this.symbol = symbol;
    this.style = style;
    this.words = List.of(words);
  }

  /** The symbol of a case, or of its verdict about a clause. */
  public static OutcomeSymbol of(Outcome outcome) {
    return valueOf(outcome.name());
  }

  /** The symbol of what a whole run says. */
  public static OutcomeSymbol of(Conclusion conclusion) {
    return conclusion.choose(PASS, FAIL, ERROR);
  }

  /**
   * The symbol of what a report says of a load, a mutant, a part of a gate or a cutover.
   *
   * @throws IllegalArgumentException if no report says that
   */
  public static OutcomeSymbol of(String word) {
    return Stream.of(values())
        .filter(each -> each.name().equals(word) || each.words.contains(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no symbol for " + word));
  }

  public String symbol() {
    return symbol;
  }

  public Style style() {
    return style;
  }

  /** On the page, whose reader's fonts may lack a circled letter. */
  public String glyph() {
    return this == INFO ? "i" : symbol;
  }

  /** The outcome as a word, and the class that colours it on the page. */
  public String tone() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody should look at it. */
  public boolean trouble() {
    return this == WARN || this == ERROR || this == FAIL;
  }
}
