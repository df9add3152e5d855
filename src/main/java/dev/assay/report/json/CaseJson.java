package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.report.text.FailureBlock;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Verdict;
import java.util.List;

/**
 * One case in {@code contract.json}. Its expected and actual are those of the worst verdict; of a
 * skipped case, actual says why. Its evidence is the exchange behind the outcome.
 */
final class CaseJson {

  private CaseJson() {}

  static JsonNode of(CaseResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", result.id());
    result.clauses().stream()
        .map(clause -> clause.id().value())
        .forEach(node.putArray("clauses")::add);
    node.put("description", result.description());
    node.put("outcome", result.outcome().name());
    node.put("expected", result.worst().map(Verdict::expected).orElse(""));
    node.put("actual", actual(result));
    node.put("curl", result.exchangeToShow().map(shown -> shown.curl().line()).orElse(""));
    result.known().ifPresent(remark -> node.put("known", remark));
    node.put("startedAt", result.startedAt().toString());
    node.put("durationMs", result.duration().toMillis());
    node.set("verdicts", verdicts(result.verdicts()));
    node.put("exchanges", result.exchanges().size());
    result.exchangeToShow().ifPresent(evidence -> node.set("exhibit", ExchangeJson.of(evidence)));
    return node;
  }

  private static String actual(CaseResult result) {
    return result
        .skipped()
        .or(() -> result.worst().map(Verdict::actual))
        .or(() -> FailureBlock.of(result).map(FailureBlock::message))
        .orElse("");
  }

  private static JsonNode verdicts(List<Verdict> verdicts) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (Verdict verdict : verdicts) {
      ObjectNode node = array.addObject();
      node.put("clause", verdict.clause().id().value())
          .put("level", verdict.clause().level().word())
          .put("outcome", verdict.outcome().name())
          .put("expected", verdict.expected())
          .put("actual", verdict.actual());
      verdict.known().ifPresent(remark -> node.put("known", remark));
    }
    return array;
  }
}
