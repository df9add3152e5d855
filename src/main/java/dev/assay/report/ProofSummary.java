package dev.assay.report;

import dev.assay.proof.Proof;
import dev.assay.proof.Trial;
import java.util.Locale;
import java.util.stream.Stream;

/** A proof in one line that can be pasted anywhere. */
record ProofSummary(Proof proof) {

  String line() {
    return "%sassay %s · proof · %s · %s s · %s"
        .formatted(
            proof.partial() ? "PARTIAL " : "",
            VisibleText.line(proof.version()),
            counts(),
            String.format(Locale.ROOT, "%.1f", proof.duration().toMillis() / 1000.0),
            proof.conclusion().word());
  }

  /** Why nothing is proven, of a proof without failures. */
  String undecided() {
    return proof.partial()
        ? "The proof was ended before it could tell, so nothing is proven."
        : "The mock without any deviation does not conform, so nothing is proven.";
  }

  String counts() {
    return "%s: %s killed exactly, %s inexactly, %s survived · %s: %s quiet · %s"
        .formatted(
            new Counted(proof.defects().size(), "defect"),
            proof.exact().size(),
            inexact(),
            proof.survivors().size(),
            new Counted(proof.variants().size(), "variant"),
            quiet(),
            new Counted(proof.falseAlarms().size(), "false alarm"));
  }

  long inexact() {
    return count(Trial.Outcome.INEXACT);
  }

  long quiet() {
    return count(Trial.Outcome.QUIET);
  }

  private long count(Trial.Outcome outcome) {
    return Stream.concat(proof.defects().stream(), proof.variants().stream())
        .filter(trial -> trial.outcome() == outcome)
        .count();
  }
}
