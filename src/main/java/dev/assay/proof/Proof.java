package dev.assay.proof;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kill matrix: every defect and every conforming variant of the mock against the suites.
 *
 * @param info when it ran; the run is partial if trials are missing
 * @param clauses every clause of the operations concerned, in document order
 * @param plain the mock without any mutation: unless it conforms, nothing is proven
 * @param defects in the order in which the mock lists them
 * @param variants in the order in which the mock lists them
 * @param caveat what it cannot show, because of how its stand-in came about; empty for ours
 */
public record Proof(
    RunInfo info,
    List<Clause> clauses,
    MutantResult plain,
    List<MutantResult> defects,
    List<MutantResult> variants,
    String caveat) {

  public Proof {
    clauses = List.copyOf(clauses);
    defects = List.copyOf(defects);
    variants = List.copyOf(variants);
  }

  /** One with a stand-in that somebody wrote. */
  public Proof(
      RunInfo info,
      List<Clause> clauses,
      MutantResult plain,
      List<MutantResult> defects,
      List<MutantResult> variants) {
    this(info, clauses, plain, defects, variants, "");
  }

  /**
   * Proven if every defect ended as it should (killed exactly, or undecided where its operation is
   * broken as a whole) and every variant was quiet.
   */
  public Conclusion conclusion() {
    if (plain.outcome() != MutantResult.Outcome.CLEAN
        || (defects.isEmpty() && variants.isEmpty())) {
      return Conclusion.UNDECIDED;
    }
    if (!failures().isEmpty()) {
      return Conclusion.NO;
    }
    return info.partial() ? Conclusion.UNDECIDED : Conclusion.YES;
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

  /** The defects of which nothing was blamed, and of which nothing was found good either. */
  public List<MutantResult> undecided() {
    return defects.stream()
        .filter(result -> result.outcome() == MutantResult.Outcome.UNDECIDED)
        .toList();
  }

  /** The defects and variants of which something was blamed that keeps its contract. */
  public List<MutantResult> falseAlarms() {
    return all().filter(MutantResult::isFalsePositive).toList();
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
        .filter(clause -> defects.stream().noneMatch(d -> d.challenges(clause.id().value())))
        .toList();
  }

  /** How many clauses could be broken: those that documents state or imply and cases decide. */
  public int breakableClauses() {
    return (int) breakable().count();
  }

  private Stream<Clause> breakable() {
    return clauses.stream()
        .filter(clause -> clause.level() != Level.SILENT && clause.untested().isEmpty());
  }

  private Stream<MutantResult> all() {
    return Stream.concat(defects.stream(), variants.stream());
  }
}
