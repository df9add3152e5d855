package dev.assay.report.text;

import dev.assay.proof.MutantResult;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of one mutant, in words. */
public record MutantText(MutantResult mutant) {

  private static final int SHOWN_CASES = 4;

  public OutcomeSymbol mark() {
    return OutcomeSymbol.of(word());
  }

  /** What it does, without any hidden character. */
  public String says() {
    return Sanitizer.line(mutant.says());
  }

  /** How it ended, in one word. */
  public String word() {
    return word(mutant.outcome());
  }

  /** An outcome as reports call it. */
  public static String word(MutantResult.Outcome outcome) {
    return switch (outcome) {
      case KILLED, INEXACT, SURVIVED, UNDECIDED -> outcome.name().toLowerCase(Locale.ROOT);
      case CLEAN -> "quiet";
      case FALSE_POSITIVE -> "blamed";
    };
  }

  /** How it ended, in a few words. */
  public String outcome() {
    return switch (mutant.outcome()) {
      case KILLED, INEXACT ->
          "killed by %s → %s"
              .formatted(new Plural(mutant.killedBy().size(), "case"), names(mutant.found()));
      case SURVIVED -> "survived: nobody blamed " + names(mutant.breaks());
      case UNDECIDED -> "undecided: a run against it ends so, with exit code 2";
      case CLEAN -> "quiet";
      case FALSE_POSITIVE ->
          mutant.blamed().isEmpty()
              ? Run.word(mutant.conclusion())
              : "blamed for " + names(mutant.excess());
    };
  }

  /** What was missed, blamed besides, or left undecided. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!mutant.missed().isEmpty() && mutant.outcome() == MutantResult.Outcome.INEXACT) {
      remarks.add("not blamed: " + names(mutant.missed()));
    }
    if (!mutant.excess().isEmpty() && mutant.outcome() != MutantResult.Outcome.FALSE_POSITIVE) {
      remarks.add("blamed besides: " + names(mutant.excess()));
    }
    if (!mutant.undecided().isEmpty() && mutant.outcome() != MutantResult.Outcome.UNDECIDED) {
      remarks.add("undecided: " + some(mutant.undecided()));
    }
    return remarks;
  }

  /** What people need to know of a mutant that did not end as it should. */
  public List<String> details() {
    List<String> details = new ArrayList<>();
    details.add("  " + says());
    if (!mutant.breaks().isEmpty()) {
      details.add("  breaks:         " + names(mutant.breaks()));
    }
    mutant.missed().forEach(clause -> details.add("  not blamed:     " + clause));
    mutant.excess().forEach(clause -> details.add("  blamed wrongly: " + clause + by(clause)));
    mutant.undecided().forEach(what -> details.add("  undecided:      " + Sanitizer.line(what)));
    return details;
  }

  private String by(String clause) {
    return " by " + some(mutant.blamed().get(clause));
  }

  private static String some(List<String> all) {
    List<String> first = all.subList(0, Math.min(SHOWN_CASES, all.size()));
    int more = all.size() - first.size();
    return Sanitizer.line(String.join(", ", first)) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String names(List<String> clauses) {
    return Sanitizer.line(String.join(", ", clauses));
  }
}
