package dev.assay.report.ci;

import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How many of the tests of a JUnit report ended in which way. */
record JUnitCounts(long tests, long failures, long errors, long skipped) {

  private static final Set<Outcome> SKIPPED = EnumSet.of(Outcome.SKIP, Outcome.KNOWN);

  static JUnitCounts of(List<CaseResult> cases, boolean strict) {
    Set<Outcome> failures = strict ? Set.of(Outcome.FAIL, Outcome.WARN) : Set.of(Outcome.FAIL);
    return new JUnitCounts(
        cases.size(),
        cases.stream().filter(result -> failures.contains(result.outcome())).count(),
        cases.stream().filter(result -> result.outcome() == Outcome.ERROR).count(),
        cases.stream().filter(result -> SKIPPED.contains(result.outcome())).count());
  }

  JUnitCounts plusFailures(int more) {
    return new JUnitCounts(tests + more, failures + more, errors, skipped);
  }

  JUnitCounts plusErrors(int more) {
    return new JUnitCounts(tests + more, failures, errors + more, skipped);
  }

  /** The attributes of a suite, names and values by turns. */
  String[] attributes(String name, String seconds, String timestamp) {
    return new String[] {
      "name", name,
      "tests", Long.toString(tests),
      "failures", Long.toString(failures),
      "errors", Long.toString(errors),
      "skipped", Long.toString(skipped),
      "time", seconds,
      "timestamp", timestamp
    };
  }
}
