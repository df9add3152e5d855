package dev.assay.proof.external;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.DefectKind;
import dev.assay.proof.shell.CommandRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What a suite of somebody else's sees of the defects of a stand-in.
 *
 * @param info when it ran; partial if it was ended early
 * @param command of the suite, as it was given
 * @param standIn the options with which {@code assay mock} stands in so; empty for ours
 * @param caveat what it cannot show, because of how the stand-in came about; empty for ours
 * @param baseline the runs against the unmodified stand-in
 * @param reach what the suite asks of each operation
 * @param clauses of all operations, in document order
 * @param defects in the order in which they are listed
 * @param variants in the order in which they are listed
 * @param problems why nothing can be said about the suite, in sentences
 * @param sampled whether only some of what can be seen was to be tried
 * @param threshold the least score that is enough, if one was named
 */
public record SuiteProof(
    RunInfo info,
    String command,
    String standIn,
    String caveat,
    List<CommandRun> baseline,
    List<OperationReach> reach,
    List<Clause> clauses,
    List<SuiteTrial> defects,
    List<SuiteTrial> variants,
    List<String> problems,
    boolean sampled,
    OptionalDouble threshold) {

  /** So many of a hundred failures may come of the suite itself. */
  private static final int MOST_FLAKY = 10;

  public SuiteProof {
    baseline = List.copyOf(baseline);
    reach = List.copyOf(reach);
    clauses = List.copyOf(clauses);
    defects = List.copyOf(defects);
    variants = List.copyOf(variants);
    problems = List.copyOf(problems);
  }

  /** Of all defects that were tried. */
  public Score score() {
    return Score.of(defects);
  }

  /** Whether the score is that of a part of what can be seen. */
  public boolean isEstimate() {
    return sampled || defects.stream().anyMatch(trial -> trial.status() == MutantStatus.NOT_RUN);
  }

  public Conclusion conclusion() {
    if (!undecidedBecause().isEmpty()) {
      return Conclusion.UNDECIDED;
    }
    return threshold.isEmpty() || score().share() >= threshold.getAsDouble()
        ? Conclusion.YES
        : Conclusion.NO;
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return conclusion().choose(threshold.isEmpty() ? "measured" : "enough", "too few", "undecided");
  }

  /** Why it could not be judged, in sentences. */
  public List<String> undecidedBecause() {
    List<String> reasons = new ArrayList<>(problems);
    if (info.partial()) {
      reasons.add("The proof was ended before it could tell.");
    } else if (problems.isEmpty() && score().tried() == 0) {
      reasons.add(nothingTried());
    }
    int flaky = count(MutantStatus.FLAKY);
    if (flaky * 100 > MOST_FLAKY * (flaky + score().tried())) {
      reasons.add(
          "The suite fails on the unmodified stand-in now and then: %s of its failures tell nothing."
              .formatted(flaky));
    }
    return reasons;
  }

  private String nothingTried() {
    if (count(MutantStatus.NOT_RUN) > 0) {
      return "No defect was tried: the budget was over before.";
    }
    return reach.stream().allMatch(each -> each.requests() == 0)
        ? "The suite asks for none of the operations of the stand-in, so none of its defects can be seen."
        : "No defect changes any answer to the requests of the suite.";
  }

  /** How many defects came to that. */
  public int count(MutantStatus status) {
    return (int) defects.stream().filter(trial -> trial.status() == status).count();
  }

  /** The defects that the suite passed, the worst first. */
  public List<SuiteTrial> survivors() {
    return defects.stream()
        .filter(trial -> trial.status() == MutantStatus.SURVIVED)
        .sorted(
            Comparator.comparing(
                trial -> trial.difference().map(AnswerDifference::kind).orElse(null),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** The conforming variants that the suite failed. */
  public List<SuiteTrial> falseAlarms() {
    return variants.stream().filter(trial -> trial.status().isKill()).toList();
  }

  /** The score of the defects that are like that. */
  public Score score(Predicate<SuiteTrial> such) {
    return Score.of(defects.stream().filter(such).toList());
  }

  /** The score of that kind of defect. */
  public Score score(DefectKind kind) {
    return score(trial -> trial.isOf(kind));
  }
}
