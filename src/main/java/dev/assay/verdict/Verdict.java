package dev.assay.verdict;

import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.exchange.record.RecordedExchange;
import java.util.List;
import java.util.Optional;

/**
 * What one case says about one clause, in texts that may be shown.
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
    Optional<RecordedExchange> exhibit,
    Optional<String> known) {

  /** A verdict that no baseline knows. */
  public Verdict(
      Clause clause,
      Outcome outcome,
      String expected,
      String actual,
      Optional<RecordedExchange> exhibit) {
    this(clause, outcome, expected, actual, exhibit, Optional.empty());
  }

  /** The same as a known deviation. */
  public Verdict knownAs(String remark) {
    return new Verdict(clause, Outcome.KNOWN, expected, actual, exhibit, Optional.of(remark));
  }

  /** The same, which could not be decided; shows that exchange if it shows none. */
  Verdict undecided(String why, Optional<RecordedExchange> otherwise) {
    return new Verdict(clause, Outcome.ERROR, expected, why, exhibit.or(() -> otherwise));
  }

  /** Holds the exchanges against the expectation; empty if the question was moot. */
  public static Optional<Verdict> of(Clause clause, Expectation expectation, Evidence evidence) {
    Finding finding =
        evidence.received().isEmpty()
            ? new Finding.Undecided("nothing was sent", 0)
            : expectation.examine(evidence.received());
    if (finding instanceof Finding.Moot) {
      return Optional.empty();
    }
    List<RecordedExchange> recorded = evidence.recorded();
    return Optional.of(
        new Verdict(
            clause,
            outcome(clause.level(), finding),
            evidence.recorder().text(expectation.describe()),
            evidence.recorder().text(finding.actual()),
            finding.shownBy().filter(i -> i < recorded.size()).map(recorded::get)));
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
