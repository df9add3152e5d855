package dev.assay.gate;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.proof.Proof;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.Locale;
import java.util.Optional;

/**
 * What one part of a gate says.
 *
 * @param name contract, proof or load
 * @param answer to the question whether the target may go on; empty if it was not run
 * @param word how the part itself calls its outcome
 * @param because what that rests on, in one line
 */
public record GatePart(String name, Optional<Conclusion> answer, String word, String because) {

  /** Whether that is its answer. */
  public boolean says(Conclusion conclusion) {
    return answer.filter(given -> given == conclusion).isPresent();
  }

  /** What the contract part says. */
  public static GatePart of(Run run) {
    return new GatePart(
        "contract",
        Optional.of(run.conclusion()),
        run.word(),
        run.reasons().isEmpty() ? clauses(run) : String.join(" ", run.reasons()));
  }

  private static String clauses(Run run) {
    long known = count(run, Outcome.KNOWN);
    return "%s cases, %s of %s clauses broken%s%s"
        .formatted(
            run.cases().size(),
            count(run, Outcome.FAIL),
            run.documented().size(),
            known == 0 ? "" : ", %s more known".formatted(known),
            run.stale().isEmpty()
                ? ""
                : "; its baseline holds no longer: " + String.join("; ", run.stale()));
  }

  private static long count(Run run, Outcome outcome) {
    return run.clauses().stream()
        .filter(clause -> clause.outcome().filter(o -> o == outcome).isPresent())
        .count();
  }

  /** What the proof says. */
  public static GatePart of(Proof proof) {
    return new GatePart(
        "proof",
        Optional.of(proof.conclusion()),
        proof.word(),
        "%s of %s defects killed exactly, %s false alarms on %s variants"
            .formatted(
                proof.exact().size(),
                proof.defects().size(),
                proof.falseAlarms().size(),
                proof.variants().size()));
  }

  /** What a load says. */
  public static GatePart of(LoadResult load) {
    return new GatePart(
        "load",
        Optional.of(load.conclusion()),
        load.word(),
        load.conclusion() == Conclusion.YES
            ? String.format(
                Locale.ROOT,
                "%,d requests, %d of %d objectives met",
                load.figures().achieved().requests(),
                load.objectives().size(),
                load.objectives().size())
            : String.join("; ", load.verdict().because()));
  }

  /** A part that did not come to be run, because the gate was ended before. */
  public static GatePart cutShort(String name) {
    return new GatePart(
        name, Optional.of(Conclusion.UNDECIDED), "not run", "the gate was interrupted");
  }

  /** A part that was left out, which is no yes. */
  public static GatePart notRun(String name, String because) {
    return new GatePart(name, Optional.empty(), "not run", because);
  }
}
