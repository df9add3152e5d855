package dev.assay.report.console;

import dev.assay.exchange.record.RecordedResponse;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;

/**
 * In what cases resemble each other so much that a few of them tell of all.
 *
 * @param outcome what became of them
 * @param where in which operation, in words that go on; empty for any
 * @param says what they have in common
 */
record CasesAlike(Outcome outcome, String where, String says) {

  private static final int UNDECIDED = 3;
  private static final int OTHERS = 10;

  /** What could not be decided is alike by its reason; what was, by what was expected and met. */
  static CasesAlike of(CaseResult result, FailureBlock block) {
    if (result.outcome() == Outcome.ERROR) {
      return new CasesAlike(Outcome.ERROR, "", block.undecidedBecause());
    }
    String expected = result.worst().map(Verdict::expected).orElse("");
    String met =
        result
            .exchangeToShow()
            .flatMap(exchange -> exchange.response())
            .map(RecordedResponse::status)
            .map(status -> "status " + status)
            .orElse("no answer");
    return new CasesAlike(
        result.outcome(),
        " in " + result.operation(),
        Sanitizer.line("expected: %s; met: %s".formatted(expected, met)));
  }

  /** How many of them are shown whole. */
  int shown() {
    return outcome == Outcome.ERROR ? UNDECIDED : OTHERS;
  }
}
