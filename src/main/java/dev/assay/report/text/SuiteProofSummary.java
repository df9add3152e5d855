package dev.assay.report.text;

import dev.assay.proof.external.MutantStatus;
import dev.assay.proof.external.Score;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import java.util.Locale;

/** The proof of a suite in one line that can be pasted anywhere. */
public record SuiteProofSummary(SuiteProof proof) {

  public String line() {
    return "%sassay %s · suite · %s · %s: %s · %s s · %s"
        .formatted(
            proof.info().partial() ? "PARTIAL " : "",
            Sanitizer.line(proof.info().version()),
            score(),
            new Plural(proof.defects().size(), "defect"),
            statuses(),
            String.format(Locale.ROOT, "%.1f", proof.info().duration().toMillis() / 1000.0),
            proof.word());
  }

  /** The score in words. */
  public String score() {
    Score score = proof.score();
    if (score.tried() == 0) {
      return "no score";
    }
    String share = percent(score.share());
    return proof.isEstimate()
        ? "score %s %% (%s to %s %%)".formatted(share, percent(score.low()), percent(score.high()))
        : "score %s %%".formatted(share);
  }

  private String statuses() {
    StringBuilder statuses = new StringBuilder();
    for (MutantStatus status : MutantStatus.values()) {
      int count = proof.count(status);
      boolean always = status == MutantStatus.KILLED || status == MutantStatus.SURVIVED;
      if (count > 0 || always) {
        statuses
            .append(statuses.isEmpty() ? "" : ", ")
            .append(count)
            .append(' ')
            .append(word(status));
      }
    }
    int alarms = proof.falseAlarms().size();
    return statuses + (alarms == 0 ? "" : " · " + new Plural(alarms, "false alarm"));
  }

  /** What became of a mutant, as reports call it. */
  public static String word(MutantStatus status) {
    return switch (status) {
      case KILLED -> "killed";
      case TIMED_OUT -> "timed out";
      case SURVIVED -> "survived";
      case FLAKY -> "flaky";
      case EQUIVALENT -> "equivalent";
      case NOT_REACHED -> "not reached";
      case NOT_RUN -> "not run";
    };
  }

  /** What became of a conforming variant. */
  public static String wordOfVariant(SuiteTrial variant) {
    return variant.status().isKill()
        ? "false alarm"
        : variant.status() == MutantStatus.SURVIVED ? "quiet" : word(variant.status());
  }

  /** Of a share, with one digit after the point. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
