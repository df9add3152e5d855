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

  /** What a check for it would look at, or what a check should not mind. */
  public String look() {
    return trial
        .difference()
        .map(this::look)
        .orElse(
            conforms()
                ? "No document forbids it."
                : "A check for it would look at what its clause says.");
  }

  private String look(AnswerDifference difference) {
    return (conforms()
            ? "No check should mind %s of the answer to %s (request %s of the suite): %s in place of %s."
            : "A check would look at %s of the answer to %s (request %s of the suite): %s, where it should be %s.")
        .formatted(
            place(difference.place()),
            Sanitizer.line(difference.request()),
            difference.number(),
            value(difference.actual()),
            value(difference.expected()));
  }

  private boolean conforms() {
    return trial.breaks().isEmpty();
  }

  private static String place(String place) {
    return place.matches("body|status|delay") ? "the " + place : Sanitizer.line(place);
  }

  private static String value(String value) {
    return value.isEmpty() ? "nothing" : "`" + Sanitizer.line(value) + "`";
  }

  /** The command that starts the stand-in so. */
  public String mock() {
    String options = proof.standIn().isEmpty() ? "" : " " + Sanitizer.line(proof.standIn());
    String kind = conforms() ? "--variant" : "--defect";
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
