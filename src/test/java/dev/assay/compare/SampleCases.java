package dev.assay.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.ClauseId;
import dev.assay.contract.Level;
import dev.assay.contract.Source;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Header;
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

/** Cases made by hand, and runs of them. */
public final class SampleCases {

  public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

  private SampleCases() {}

  public static Clause clause(String id, Level level) {
    return new Clause(
        ClauseId.of(id),
        level,
        "says",
        new Source("Document", "Section"),
        Optional.empty(),
        Optional.empty());
  }

  /** A verdict that shows the first exchange. */
  public static Verdict verdict(
      Clause clause, Outcome outcome, String expected, String actual, Evidence evidence) {
    return new Verdict(clause, outcome, expected, actual, evidence.recorded().stream().findFirst());
  }

  /** An exchange that ends with that answer. */
  public static Evidence answered(int status, String body, Header... headers) {
    Optional<JsonNode> json =
        body.startsWith("{") || body.startsWith("[") ? Optional.of(tree(body)) : Optional.empty();
    return TestEvidence.received(
        new Exchange(
            Request.post(URI.create("http://a.example/x"), Body.NONE),
            Optional.of(new Response(status, List.of(headers), body, json, body.length(), "f")),
            Optional.empty(),
            NOW,
            NOW));
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  public static CaseResult result(
      String id, List<Clause> clauses, List<Verdict> verdicts, Evidence evidence) {
    return new CaseResult(
        id.split("/", 2)[0],
        id,
        "says",
        clauses,
        verdicts,
        Optional.empty(),
        evidence,
        NOW,
        Duration.ZERO);
  }

  public static CaseResult skipped(String id, List<Clause> clauses, String why) {
    return new CaseResult(
        id.split("/", 2)[0],
        id,
        "says",
        clauses,
        List.of(),
        Optional.of(why),
        Evidence.none(),
        NOW,
        Duration.ZERO);
  }

  public static Run run(List<Clause> clauses, List<CaseResult> cases, boolean strict) {
    return new Run(RunInfo.starting("1", "t"), clauses, cases, List.of(), strict);
  }
}
