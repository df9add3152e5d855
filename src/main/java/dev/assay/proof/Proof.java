package dev.assay.proof;

import dev.assay.Conclusion;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kill matrix: every defect and every conforming variant of the mock against the suites.
 *
 * @param version of Assay
 * @param startedAt when it began
 * @param duration how long it took
 * @param ledger every clause of the operations concerned, in document order
 * @param plain the mock without any deviation: unless it conforms, nothing is proven
 * @param defects in the order in which the mock lists them
 * @param variants in the order in which the mock lists them
 * @param partial whether it did not come to its end, so that trials are missing
 */
public record Proof(
    String version,
    Instant startedAt,
    Duration duration,
    List<Clause> ledger,
    MutantResult plain,
    List<MutantResult> defects,
    List<MutantResult> variants,
    boolean partial) {

  /** One that came to its end. */
  public Proof(
      String version,
      Instant startedAt,
      Duration duration,
      List<Clause> ledger,
      MutantResult plain,
      List<MutantResult> defects,
      List<MutantResult> variants) {
    this(version, startedAt, duration, ledger, plain, defects, variants, false);
  }

  public Proof {
    ledger = List.copyOf(ledger);
    defects = List.copyOf(defects);
    variants = List.copyOf(variants);
  }

  /** Proven if every defect was killed exactly and every variant was quiet. */
  public Conclusion conclusion() {
    if (plain.outcome() != MutantResult.Outcome.CLEAN
        || (defects.isEmpty() && variants.isEmpty())) {
      return Conclusion.UNDECIDED;
    }
    if (!failures().isEmpty()) {
      return Conclusion.NO;
    }
    return partial ? Conclusion.UNDECIDED : Conclusion.YES;
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return conclusion().choose("proven", "unproven", "undecided");
  }

  /** The trials that did not end as they should. */
  public List<MutantResult> failures() {
    return all().filter(result -> !result.isAsItShould()).toList();
  }

  /** The defects of which no broken clause was blamed. */
  public List<MutantResult> survivors() {
    return defects.stream()
        .filter(result -> result.outcome() == MutantResult.Outcome.SURVIVED)
        .toList();
  }

  /** The defects and variants of which something was blamed that keeps its contract. */
  public List<MutantResult> falseAlarms() {
    return all().filter(MutantResult::isFalseAlarm).toList();
  }

  /** The defects of which exactly the broken clauses were blamed. */
  public List<MutantResult> exact() {
    return defects.stream()
        .filter(result -> result.outcome() == MutantResult.Outcome.KILLED)
        .toList();
  }

  /** The clauses that can be broken and that no defect breaks: about them nothing is proven. */
  public List<Clause> unchallenged() {
    return breakable()
        .filter(clause -> defects.stream().noneMatch(d -> d.breaks().contains(clause.id().value())))
        .toList();
  }

  /** How many clauses could be broken: those that documents state or imply and cases decide. */
  public int breakableClauses() {
    return (int) breakable().count();
  }

  private Stream<Clause> breakable() {
    return ledger.stream()
        .filter(clause -> clause.level() != Level.SILENT && clause.untested().isEmpty());
  }

  private Stream<MutantResult> all() {
    return Stream.concat(defects.stream(), variants.stream());
  }
}
