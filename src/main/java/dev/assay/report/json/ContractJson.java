package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Clause;
import dev.assay.report.text.Summary;
import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Run;
import java.util.Locale;

/**
 * Writes a run as {@code contract.json}, for programs.
 *
 * <p>The outcome of a clause that the contract itself calls untested is SKIP, with the reason as
 * {@code untested}; that of a clause that no case of this run decided is null, and so is that of
 * one which cases of its own could not judge, listed as {@code missing}.
 */
public final class ContractJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ContractJson() {}

  /** The whole document. */
  public static ObjectNode of(Run run) {
    ObjectNode root = RunJson.withWay(run.info(), run.word());
    root.put("strict", run.strict());
    ObjectNode counts = root.putObject("counts");
    Summary.ORDER.forEach(
        outcome -> counts.put(outcome.name().toLowerCase(Locale.ROOT), run.counts().get(outcome)));
    run.reasons().forEach(root.putArray("problems")::add);
    run.stale().forEach(root.putArray("lapsed")::add);
    run.clauses().stream().map(ContractJson::clause).forEach(root.putArray("clauses")::add);
    run.cases().stream().map(CaseJson::of).forEach(root.putArray("cases")::add);
    return root;
  }

  private static JsonNode clause(ClauseResult result) {
    Clause clause = result.clause();
    ObjectNode node = JSON.objectNode();
    node.put("id", clause.id().value());
    node.put("level", clause.level().word());
    node.put("says", clause.says());
    node.putObject("source")
        .put("document", clause.source().document())
        .put("section", clause.source().section());
    clause.at().ifPresent(at -> node.put("at", at));
    node.put("outcome", result.outcome().map(Enum::name).orElse(unasked(clause)));
    clause.intent().ifPresent(intent -> node.put("intent", intent));
    clause.untested().ifPresent(reason -> node.put("untested", reason));
    result.cases().forEach(node.putArray("cases")::add);
    if (!result.missing().isEmpty()) {
      result.missing().forEach(node.putArray("missing")::add);
    }
    return node;
  }

  private static String unasked(Clause clause) {
    return clause.untested().isPresent() ? "SKIP" : null;
  }
}
