package dev.assay.verdict;

import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.exchange.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * What one case says about one clause.
 *
 * @param clause the clause
 * @param outcome the finding, weighed by the clause's level
 * @param expected what was expected
 * @param actual what was met
 * @param exhibit the exchange that shows it, for outcomes other than PASS
 * @param known who owns the deviation, until when and why, where the outcome is KNOWN
 */
public record Verdict(
    Clause clause,
    Outcome outcome,
    String expected,
    String actual,
    Optional<Exchange> exhibit,
    Optional<String> known) {

  /** A verdict that no baseline knows. */
  public Verdict(
      Clause clause, Outcome outcome, String expected, String actual, Optional<Exchange> exhibit) {
    this(clause, outcome, expected, actual, exhibit, Optional.empty());
  }

  /** The same as a known deviation. */
  public Verdict knownAs(String remark) {
    return new Verdict(clause, Outcome.KNOWN, expected, actual, exhibit, Optional.of(remark));
  }

  /** The same, which could not be decided; shows that exchange if it shows none. */
  Verdict undecided(String why, Optional<Exchange> otherwise) {
    return new Verdict(clause, Outcome.ERROR, expected, why, exhibit.or(() -> otherwise));
  }

  /** Holds the exchanges against the expectation; empty if the question was moot. */
  public static Optional<Verdict> of(
      Clause clause, Expectation expectation, List<Exchange> exchanges) {
    Finding finding =
        exchanges.isEmpty()
            ? new Finding.Undecided("nothing was sent", 0)
            : expectation.examine(exchanges);
    if (finding instanceof Finding.Moot) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(
            clause,
            outcome(clause.level(), finding),
            expectation.describe(),
            finding.actual(),
            finding.shownBy().filter(i -> i < exchanges.size()).map(exchanges::get)));
  }

  /** The same with an exhibit of which no more is kept than records need. */
  public Verdict abridged() {
    return new Verdict(clause, outcome, expected, actual, exhibit.map(Exchange::abridged));
  }

  private static Outcome outcome(Level level, Finding finding) {
    if (finding instanceof Finding.Broken) {
      return level == Level.STATED ? Outcome.FAIL : Outcome.WARN;
    }
    if (finding instanceof Finding.Observed observed) {
      return observed.unnatural() ? Outcome.WARN : Outcome.INFO;
    }
    return finding instanceof Finding.Undecided ? Outcome.ERROR : Outcome.PASS;
  }
}
