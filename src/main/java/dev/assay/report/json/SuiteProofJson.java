package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.proof.external.MutantStatus;
import dev.assay.proof.external.OperationReach;
import dev.assay.proof.external.Score;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.DefectKind;
import dev.assay.proof.shell.CommandRun;
import dev.assay.report.text.SuiteProofSummary;
import dev.assay.report.text.SurvivorText;

/**
 * Writes the proof of a suite as {@code prove-suite.json}, for programs.
 *
 * <p>{@code outcome} is measured, enough, too few or undecided; that of a defect killed, timed out,
 * survived, flaky, equivalent, not reached or not run; that of a variant quiet or false alarm in
 * the place of survived and killed.
 */
public final class SuiteProofJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SuiteProofJson() {}

  /** The whole document. */
  public static ObjectNode of(SuiteProof proof) {
    ObjectNode root = RunJson.of(proof.info(), proof.word()).put("command", proof.command());
    proof.threshold().ifPresent(least -> root.put("threshold", least));
    if (!proof.caveat().isEmpty()) {
      root.put("caveat", proof.caveat());
    }
    proof.undecidedBecause().forEach(root.putArray("problems")::add);
    root.put("estimate", proof.isEstimate());
    root.set("score", score(proof.score()));
    root.set("counts", counts(proof));
    var runs = root.putArray("baseline");
    proof.baseline().forEach(run -> runs.add(run(run)));
    var operations = root.putArray("operations");
    proof.reach().forEach(reach -> operations.add(operation(proof, reach)));
    var kinds = root.putArray("kinds");
    for (DefectKind kind : DefectKind.values()) {
      kinds.addObject().put("kind", kind.word()).set("score", score(proof.score(kind)));
    }
    var clauses = root.putArray("clauses");
    proof
        .clauses()
        .forEach(clause -> clauses.add(clause(proof, clause.id().value(), clause.says())));
    var defects = root.putArray("defects");
    proof.defects().forEach(each -> defects.add(trial(proof, each, word(each))));
    var variants = root.putArray("variants");
    proof
        .variants()
        .forEach(each -> variants.add(trial(proof, each, SuiteProofSummary.wordOfVariant(each))));
    return root;
  }

  private static String word(SuiteTrial defect) {
    return SuiteProofSummary.word(defect.status());
  }

  private static JsonNode score(Score score) {
    ObjectNode node =
        JSON.objectNode().put("killed", score.killed()).put("survived", score.survived());
    if (score.tried() > 0) {
      node.put("share", score.share()).put("low", score.low()).put("high", score.high());
    }
    return node;
  }

  private static JsonNode counts(SuiteProof proof) {
    return JSON.objectNode()
        .put("defects", proof.defects().size())
        .put("killed", proof.count(MutantStatus.KILLED))
        .put("timedOut", proof.count(MutantStatus.TIMED_OUT))
        .put("survived", proof.count(MutantStatus.SURVIVED))
        .put("flaky", proof.count(MutantStatus.FLAKY))
        .put("equivalent", proof.count(MutantStatus.EQUIVALENT))
        .put("notReached", proof.count(MutantStatus.NOT_REACHED))
        .put("notRun", proof.count(MutantStatus.NOT_RUN))
        .put("variants", proof.variants().size())
        .put("falseAlarms", proof.falseAlarms().size());
  }

  private static JsonNode run(CommandRun run) {
    ObjectNode node = JSON.objectNode();
    run.status().ifPresent(status -> node.put("exitStatus", status));
    return node.put("durationMs", run.duration().toMillis());
  }

  private static JsonNode operation(SuiteProof proof, OperationReach reach) {
    ObjectNode node = JSON.objectNode().put("id", reach.operation());
    node.put("requests", reach.requests());
    ObjectNode statuses = node.putObject("statuses");
    reach.statuses().forEach((status, count) -> statuses.put(status.toString(), count));
    reach.unprovoked().forEach(node.putArray("neverProvoked")::add);
    node.set("score", score(proof.score(trial -> trial.operation().equals(reach.operation()))));
    return node;
  }

  private static JsonNode clause(SuiteProof proof, String id, String says) {
    ObjectNode node = JSON.objectNode().put("id", id).put("says", says);
    node.set("score", score(proof.score(trial -> trial.breaks().contains(id))));
    return node;
  }

  private static JsonNode trial(SuiteProof proof, SuiteTrial trial, String word) {
    ObjectNode node = JSON.objectNode();
    node.put("id", trial.id());
    node.put("operation", trial.operation());
    node.put("says", trial.says());
    trial.breaks().forEach(node.putArray("breaks")::add);
    node.put("outcome", word);
    if (!trial.alike().isEmpty()) {
      node.put("alike", trial.alike());
    }
    trial.difference().ifPresent(difference -> node.set("difference", difference(difference)));
    SurvivorText text = new SurvivorText(proof, trial);
    if (isToRead(trial)) {
      node.put("look", text.look());
    }
    node.put("mock", text.mock());
    node.put("durationMs", trial.duration().toMillis());
    return node;
  }

  private static boolean isToRead(SuiteTrial trial) {
    return trial.breaks().isEmpty()
        ? trial.status().isKill()
        : trial.status() == MutantStatus.SURVIVED;
  }

  private static JsonNode difference(AnswerDifference difference) {
    return JSON.objectNode()
        .put("kind", difference.kind().word())
        .put("request", difference.request())
        .put("number", difference.number())
        .put("place", difference.place())
        .put("expected", difference.expected())
        .put("actual", difference.actual());
  }
}
