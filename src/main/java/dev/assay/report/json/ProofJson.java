package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.TrialText;
import java.util.List;

/**
 * Writes a proof as {@code prove.json}, for programs.
 *
 * <p>{@code outcome} is proven, unproven or undecided; that of a defect killed, inexact or
 * survived; that of a variant, and of the mock without any deviation ({@code plain}), quiet or
 * blamed. {@code unchallenged} are the clauses that could be broken and that no defect breaks.
 */
public final class ProofJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ProofJson() {}

  /** The whole document. */
  public static ObjectNode of(Proof proof) {
    ObjectNode root = JSON.objectNode();
    root.putObject("tool").put("name", "assay").put("version", proof.version());
    root.put("startedAt", proof.startedAt().toString());
    root.put("durationMs", proof.duration().toMillis());
    root.put("outcome", proof.word());
    root.put("partial", proof.partial());
    root.set("counts", counts(proof));
    var clauses = root.putArray("clauses");
    proof
        .ledger()
        .forEach(each -> clauses.addObject().put("id", each.id().value()).put("says", each.says()));
    root.set("plain", trial(proof.plain()));
    root.putArray("defects").addAll(trials(proof.defects()));
    root.putArray("variants").addAll(trials(proof.variants()));
    proof.unchallenged().stream()
        .map(clause -> clause.id().value())
        .forEach(root.putArray("unchallenged")::add);
    return root;
  }

  private static JsonNode counts(Proof proof) {
    ProofSummary summary = new ProofSummary(proof);
    return JSON.objectNode()
        .put("defects", proof.defects().size())
        .put("killed", proof.exact().size())
        .put("inexact", summary.inexact())
        .put("survived", proof.survivors().size())
        .put("variants", proof.variants().size())
        .put("quiet", summary.quiet())
        .put("falseAlarms", proof.falseAlarms().size())
        .put("breakableClauses", proof.breakableClauses())
        .put("unchallenged", proof.unchallenged().size());
  }

  private static List<JsonNode> trials(List<MutantResult> trials) {
    return trials.stream().map(ProofJson::trial).toList();
  }

  private static JsonNode trial(MutantResult trial) {
    ObjectNode node = JSON.objectNode();
    node.put("id", trial.id());
    node.put("operation", trial.operation());
    node.put("says", trial.says());
    trial.breaks().forEach(node.putArray("breaks")::add);
    ObjectNode blamed = node.putObject("blamed");
    trial.blamed().forEach((clause, cases) -> cases.forEach(blamed.putArray(clause)::add));
    trial.killedBy().forEach(node.putArray("killedBy")::add);
    trial.undecided().forEach(node.putArray("undecided")::add);
    node.put("outcome", new TrialText(trial).word());
    node.put("durationMs", trial.duration().toMillis());
    return node;
  }
}
