package dev.assay.compare.cutover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Level;
import dev.assay.contract.Source;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.TestEvidence;
import dev.assay.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plays made by hand, of an operation with four clauses. */
final class SampleCaseRuns {

  static final Clause STATED = clause("a/200/status", Level.STATED);
  static final Clause AFTERWARDS = clause("a/200/json", Level.STATED);
  static final Clause SILENT = clause("a/silent/methods", Level.SILENT);
  static final Clause ALSO_SILENT = clause("a/silent/query", Level.SILENT);

  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

  private SampleCaseRuns() {}

  private static Clause clause(String id, Level level) {
    return new Clause(
        new ClauseId(id),
        level,
        "says",
        new Source("Document", "Section"),
        Optional.empty(),
        Optional.empty());
  }

  static Verdict verdict(Clause clause, Outcome outcome, String actual) {
    return new Verdict(clause, outcome, "this", actual, Optional.empty());
  }

  static CaseResult answered(String id, int status, String json, List<Verdict> verdicts) {
    Response response =
        new Response(status, List.of(), json, Optional.of(tree(json)), json.length(), "f");
    Exchange exchange =
        new Exchange(
            Request.post(URI.create("http://a.example/x"), Body.NONE),
            Optional.of(response),
            Optional.empty(),
            NOW,
            NOW);
    List<Clause> clauses = List.of(STATED, AFTERWARDS, SILENT, ALSO_SILENT);
    return result(id, clauses, verdicts, Optional.empty(), TestEvidence.received(exchange));
  }

  /** A case of a clause on which the documents are silent, as it is recorded. */
  static CaseResult observed(String id, int status, String json) {
    Verdict recorded = verdict(SILENT, Outcome.INFO, "status " + status);
    return result(
        id,
        List.of(SILENT),
        List.of(recorded),
        Optional.empty(),
        answered(id, status, json, List.of()).evidence());
  }

  static CaseResult skipped(String id) {
    return result(id, List.of(STATED), List.of(), Optional.of("no such token"), Evidence.none());
  }

  private static CaseResult result(
      String id,
      List<Clause> clauses,
      List<Verdict> verdicts,
      Optional<String> skipped,
      Evidence evidence) {
    return new CaseResult(id, "says", clauses, verdicts, skipped, evidence, NOW, Duration.ZERO);
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static Run run(CaseResult... cases) {
    return run(List.of(cases));
  }

  private static Run run(List<CaseResult> cases) {
    return new Run(
        "t",
        "1",
        NOW,
        Duration.ZERO,
        List.of(STATED, AFTERWARDS, SILENT, ALSO_SILENT),
        cases,
        List.of(),
        false);
  }

  static Cutover compared(List<CaseResult> from, List<CaseResult> to) {
    return Cutover.of(
        CutoverRuns.of(List.of(run(from)), List.of(run(to))),
        new Environment("old", List.of("http://old.example")),
        new Environment("new", List.of("http://new.example")),
        "1",
        NOW,
        Duration.ZERO,
        false);
  }
}
