package dev.assay.report.text;

import dev.assay.Conclusion;
import dev.assay.verdict.Outcome;
import picocli.CommandLine.Help.Ansi.Style;

/** How an outcome looks in a line of text. */
public enum OutcomeSymbol {
  PASS("✔", Style.fg_green),
  INFO("ⓘ", Style.fg_cyan),
  SKIP("–", Style.faint),
  KNOWN("≈", Style.fg_blue),
  WARN("⚠", Style.fg_yellow),
  ERROR("!", Style.fg_magenta),
  FAIL("×", Style.fg_red);

  private final String symbol;
  private final Style style;

  OutcomeSymbol(String symbol, Style style) {
    this.symbol = symbol;
    this.style = style;
  }

  public static OutcomeSymbol of(Outcome outcome) {
    return valueOf(outcome.name());
  }

  public static OutcomeSymbol of(Conclusion conclusion) {
    return conclusion.choose(PASS, FAIL, ERROR);
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
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether somebody should look at it. */
  public boolean trouble() {
    return this == WARN || this == ERROR || this == FAIL;
  }
}
