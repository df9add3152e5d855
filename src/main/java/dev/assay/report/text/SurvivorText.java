package dev.assay.report.text;

import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import dev.assay.proof.replay.AnswerDifference;

/**
 * A mutant about which a suite said what it should not have said, for whoever wants to mend that.
 *
 * @param trial of a defect that survived, or of a variant that was blamed
 */
public record SurvivorText(SuiteProof proof, SuiteTrial trial) {

  /** What kind of defect it is; empty where that could not be told. */
  public String kind() {
    return trial.difference().map(each -> each.kind().word()).orElse("");
  }

  /** What a check for it would look at. */
  public String look() {
    return trial
        .difference()
        .map(SurvivorText::look)
        .orElse("A check for it would look at what its clause says.");
  }

  private static String look(AnswerDifference difference) {
    return "A check would look at %s of the answer to %s (request %s of the suite): %s, where it should be %s."
        .formatted(
            place(difference.place()),
            Sanitizer.line(difference.request()),
            difference.number(),
            value(difference.actual()),
            value(difference.expected()));
  }

  private static String place(String place) {
    return place.equals("body") || place.equals("status") ? "the " + place : Sanitizer.line(place);
  }

  private static String value(String value) {
    return value.isEmpty() ? "nothing" : "`" + Sanitizer.line(value) + "`";
  }

  /** The command that starts the stand-in so. */
  public String mock() {
    String options = proof.standIn().isEmpty() ? "" : " " + Sanitizer.line(proof.standIn());
    String kind = trial.breaks().isEmpty() ? "--variant" : "--defect";
    return "assay mock %s %s%s".formatted(kind, Sanitizer.line(trial.id()), options);
  }

  /** What the first clause that it breaks says; empty unless a document says it in words. */
  public String promise() {
    return proof.clauses().stream()
        .filter(clause -> trial.breaks().contains(clause.id().value()))
        .findFirst()
        .map(clause -> Sanitizer.line(clause.id().value() + ": " + clause.says()))
        .orElse("");
  }
}
