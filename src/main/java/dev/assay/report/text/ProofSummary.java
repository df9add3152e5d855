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
    String undecided =
        proof.undecided().isEmpty() ? "" : ", %s undecided".formatted(proof.undecided().size());
    String killed =
        proof.caveat().isEmpty()
            ? "%s killed exactly, %s inexactly".formatted(proof.exact().size(), inexact())
            : proof.exact().size() + " killed";
    return "%s: %s, %s survived%s · %s: %s quiet · %s"
        .formatted(
            new Plural(proof.defects().size(), "defect"),
            killed,
            proof.survivors().size(),
            undecided,
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
