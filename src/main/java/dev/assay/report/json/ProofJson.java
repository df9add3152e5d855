package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.MutantText;
import dev.assay.report.text.ProofSummary;
import java.util.List;

/**
 * Writes a proof as {@code prove.json}, for programs.
 *
 * <p>{@code outcome} is proven, unproven or undecided; that of a defect killed, inexact or
 * survived, or undecided where a run against it ends so; that of a variant, and of the unmodified
 * mock ({@code plain}), quiet or blamed. {@code unchallenged} are the clauses that could be broken
 * and that no defect breaks; {@code caveat}, if there, says what the proof cannot show.
 */
public final class ProofJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ProofJson() {}

  /** The whole document. */
  public static ObjectNode of(Proof proof) {
    ObjectNode root = RunJson.of(proof.info(), proof.word());
    if (!proof.caveat().isEmpty()) {
      root.put("caveat", proof.caveat());
    }
    root.set("counts", counts(proof));
    var clauses = root.putArray("clauses");
    proof
        .clauses()
        .forEach(each -> clauses.addObject().put("id", each.id().value()).put("says", each.says()));
    root.set("plain", mutant(proof.plain()));
    root.putArray("defects").addAll(mutants(proof.defects()));
    root.putArray("variants").addAll(mutants(proof.variants()));
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
        .put("undecided", proof.undecided().size())
        .put("variants", proof.variants().size())
        .put("quiet", summary.quiet())
        .put("falseAlarms", proof.falseAlarms().size())
        .put("breakableClauses", proof.breakableClauses())
        .put("unchallenged", proof.unchallenged().size());
  }

  private static List<JsonNode> mutants(List<MutantResult> mutants) {
    return mutants.stream().map(ProofJson::mutant).toList();
  }

  private static JsonNode mutant(MutantResult mutant) {
    ObjectNode node = JSON.objectNode();
    node.put("id", mutant.id());
    node.put("operation", mutant.operation());
    node.put("says", mutant.says());
    mutant.breaks().forEach(node.putArray("breaks")::add);
    ObjectNode blamed = node.putObject("blamed");
    mutant.blamed().forEach((clause, cases) -> cases.forEach(blamed.putArray(clause)::add));
    mutant.killedBy().forEach(node.putArray("killedBy")::add);
    mutant.undecided().forEach(node.putArray("undecided")::add);
    node.put("outcome", new MutantText(mutant).word());
    node.put("durationMs", mutant.duration().toMillis());
    return node;
  }
}
