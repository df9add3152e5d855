package dev.assay.report.text;

import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import java.util.Locale;
import java.util.stream.Stream;

/** A proof in one line that can be pasted anywhere. */
public record ProofSummary(Proof proof) {

  public String line() {
    return "%sassay %s · proof · %s · %s s · %s"
        .formatted(
            proof.info().partial() ? "PARTIAL " : "",
            Sanitizer.line(proof.info().version()),
            counts(),
            String.format(Locale.ROOT, "%.1f", proof.info().duration().toMillis() / 1000.0),
            proof.word());
  }

  /** Why nothing is proven, of a proof without failures. */
  public String undecided() {
    return proof.info().partial()
        ? "The proof was ended before it could tell, so nothing is proven."
        : "The mock without any deviation does not conform, so nothing is proven.";
  }

  String counts() {
    return "%s: %s killed exactly, %s inexactly, %s survived · %s: %s quiet · %s"
        .formatted(
            new Plural(proof.defects().size(), "defect"),
            proof.exact().size(),
            inexact(),
            proof.survivors().size(),
            new Plural(proof.variants().size(), "variant"),
            quiet(),
            new Plural(proof.falseAlarms().size(), "false alarm"));
  }

  public long inexact() {
    return count(MutantResult.Outcome.INEXACT);
  }

  public long quiet() {
    return count(MutantResult.Outcome.CLEAN);
  }

  private long count(MutantResult.Outcome outcome) {
    return Stream.concat(proof.defects().stream(), proof.variants().stream())
        .filter(mutant -> mutant.outcome() == outcome)
        .count();
  }
}
