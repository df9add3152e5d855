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
 * @param evidence the exchange that shows it, for outcomes other than PASS
 * @param known who owns the violation, until when and why, where the outcome is KNOWN
 */
public record Verdict(
    Clause clause,
    Outcome outcome,
    String expected,
    String actual,
    Optional<RecordedExchange> evidence,
    Optional<String> known) {

  /** A verdict that no baseline knows. */
  public Verdict(
      Clause clause,
      Outcome outcome,
      String expected,
      String actual,
      Optional<RecordedExchange> evidence) {
    this(clause, outcome, expected, actual, evidence, Optional.empty());
  }

  /** This verdict as a known violation. */
  public Verdict knownAs(String remark) {
    return new Verdict(clause, Outcome.KNOWN, expected, actual, evidence, Optional.of(remark));
  }

  /** This verdict, not decided after all; shows that exchange if it shows none. */
  Verdict undecided(String why, Optional<RecordedExchange> otherwise) {
    return new Verdict(clause, Outcome.ERROR, expected, why, evidence.or(() -> otherwise));
  }

  /** Holds the exchanges against the expectation; empty if the question was moot. */
  public static Optional<Verdict> of(Clause clause, Expectation expectation, Evidence evidence) {
    Finding finding =
        evidence.received().isEmpty()
            ? new Finding.Inconclusive("nothing was sent", 0)
            : expectation.examine(evidence.received());
    if (finding instanceof Finding.NotApplicable) {
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
    if (finding instanceof Finding.Violated) {
      return level == Level.STATED ? Outcome.FAIL : Outcome.WARN;
    }
    if (finding instanceof Finding.Observed observed) {
      return observed.unnatural() ? Outcome.WARN : Outcome.INFO;
    }
    return finding instanceof Finding.Inconclusive ? Outcome.ERROR : Outcome.PASS;
  }
}
