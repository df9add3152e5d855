package dev.assay.proof;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A proof under way. Safe for use by several threads. */
public final class ProofInProgress {

  private final RunInfo info;
  private final String caveat;
  private final List<Clause> clauses;
  private final Future<MutantResult> plain;
  private final List<Future<MutantResult>> defects;
  private final List<Future<MutantResult>> variants;

  ProofInProgress(
      RunInfo info,
      String caveat,
      List<Clause> clauses,
      Future<MutantResult> plain,
      List<Future<MutantResult>> defects,
      List<Future<MutantResult>> variants) {
    this.info = info;
    this.caveat = caveat;
    this.clauses = clauses;
    this.plain = plain;
    this.defects = defects;
    this.variants = variants;
  }

  /** The results that are there, whether others are still to come or not. */
  public Proof soFar() throws InterruptedException {
    return proof(true);
  }

  /** Leaves out what has no result yet. */
  public void cancel() {
    variants.forEach(result -> result.cancel(true));
    defects.forEach(result -> result.cancel(true));
    plain.cancel(true);
  }

  /** All results, once each mutant is done with or cancelled. */
  Proof finished() throws InterruptedException {
    return proof(false);
  }

  private Proof proof(boolean soFar) throws InterruptedException {
    List<MutantResult> asItIs = finished(List.of(plain), soFar);
    List<MutantResult> killed = finished(defects, soFar);
    List<MutantResult> quiet = finished(variants, soFar);
    boolean missing = killed.size() < defects.size() || quiet.size() < variants.size();
    RunInfo now = info.untilNow();
    return new Proof(
        missing || asItIs.isEmpty() ? now.cutShort() : now,
        clauses,
        asItIs.isEmpty() ? notRun() : asItIs.get(0),
        killed,
        quiet,
        caveat);
  }

  private static List<MutantResult> finished(List<Future<MutantResult>> futures, boolean soFar)
      throws InterruptedException {
    List<MutantResult> results = new ArrayList<>();
    for (Future<MutantResult> future : futures) {
      try {
        if (!soFar || future.isDone()) {
          results.add(future.get());
        }
      } catch (CancellationException e) {
        // it was left out
      } catch (ExecutionException e) {
        throw new IllegalStateException("a mutant could not be tried", e.getCause());
      }
    }
    return List.copyOf(results);
  }

  /** The unmodified mock, before anything is known of it. */
  private static MutantResult notRun() {
    return new MutantResult(
        MutantResult.UNMODIFIED,
        "",
        MutantResult.AS_IT_IS,
        List.of(),
        Map.of(),
        List.of("not played"),
        Conclusion.UNDECIDED,
        Duration.ZERO);
  }
}
