package dev.assay.compare.cutover;

import dev.assay.RunInfo;
import dev.assay.compare.SampleCases;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Runs made by hand, of an operation with four clauses. */
final class SampleCaseRuns {

  static final Clause STATED = SampleCases.clause("a/200/status", Level.STATED);
  static final Clause AFTERWARDS = SampleCases.clause("a/200/json", Level.STATED);
  static final Clause SILENT = SampleCases.clause("a/silent/methods", Level.SILENT);
  static final Clause ALSO_SILENT = SampleCases.clause("a/silent/query", Level.SILENT);

  private static final List<Clause> ALL = List.of(STATED, AFTERWARDS, SILENT, ALSO_SILENT);

  private SampleCaseRuns() {}

  static Verdict verdict(Clause clause, Outcome outcome, String actual) {
    return new Verdict(clause, outcome, "this", actual, Optional.empty());
  }

  static CaseResult answered(String id, int status, String json, List<Verdict> verdicts) {
    return SampleCases.result(id, ALL, verdicts, SampleCases.answered(status, json));
  }

  /** A case of a clause on which the documents are silent, as it is recorded. */
  static CaseResult observed(String id, int status, String json) {
    Verdict recorded = verdict(SILENT, Outcome.INFO, "status " + status);
    return SampleCases.result(
        id, List.of(SILENT), List.of(recorded), SampleCases.answered(status, json));
  }

  static CaseResult skipped(String id) {
    return SampleCases.skipped(id, List.of(STATED), "no such token");
  }

  static Run run(CaseResult... cases) {
    return run(List.of(cases));
  }

  private static Run run(List<CaseResult> cases) {
    return SampleCases.run(ALL, cases, false);
  }

  static Cutover compared(List<CaseResult> from, List<CaseResult> to) {
    return compared(CutoverRuns.of(List.of(run(from)), List.of(run(to))));
  }

  static Cutover compared(CutoverRuns runs) {
    return Cutover.of(
        runs,
        new Environment("old", List.of("http://old.example"), List.of()),
        new Environment("new", List.of("http://new.example"), List.of()),
        RunInfo.starting("1", "t"),
        false);
  }
}
