package dev.assay.report.text;

import dev.assay.proof.MutantResult;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One trial in words.
 *
 * @param trial to be told
 */
public record TrialText(MutantResult trial) {

  private static final int SHOWN_CASES = 4;

  public OutcomeSymbol mark() {
    return OutcomeSymbol.of(word());
  }

  /** What it does, without any hidden character. */
  public String says() {
    return Sanitizer.line(trial.says());
  }

  /** How it ended, in one word. */
  public String word() {
    return word(trial.outcome());
  }

  /** An outcome as reports call it. */
  public static String word(MutantResult.Outcome outcome) {
    return switch (outcome) {
      case KILLED, INEXACT, SURVIVED -> outcome.name().toLowerCase(Locale.ROOT);
      case CLEAN -> "quiet";
      case FALSE_POSITIVE -> "blamed";
    };
  }

  /** How it ended, in a few words. */
  public String outcome() {
    return switch (trial.outcome()) {
      case KILLED, INEXACT ->
          "killed by %s → %s"
              .formatted(
                  new Plural(trial.killedBy().size(), "case"),
                  names(trial.breaks().stream().filter(trial.blamed()::containsKey).toList()));
      case SURVIVED -> "survived: nobody blamed " + names(trial.breaks());
      case CLEAN -> "quiet";
      case FALSE_POSITIVE ->
          trial.blamed().isEmpty()
              ? Run.word(trial.conclusion())
              : "blamed for " + names(trial.excess());
    };
  }

  /** What was missed, blamed besides, or left undecided. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!trial.missed().isEmpty() && trial.outcome() == MutantResult.Outcome.INEXACT) {
      remarks.add("not blamed: " + names(trial.missed()));
    }
    if (!trial.excess().isEmpty() && trial.outcome() != MutantResult.Outcome.FALSE_POSITIVE) {
      remarks.add("blamed besides: " + names(trial.excess()));
    }
    if (!trial.undecided().isEmpty()) {
      remarks.add("undecided: " + some(trial.undecided()));
    }
    return remarks;
  }

  /** What people need to know of a trial that did not end as it should. */
  public List<String> details() {
    List<String> details = new ArrayList<>();
    details.add("  " + says());
    if (!trial.breaks().isEmpty()) {
      details.add("  breaks:         " + names(trial.breaks()));
    }
    trial.missed().forEach(clause -> details.add("  not blamed:     " + clause));
    trial.excess().forEach(clause -> details.add("  blamed wrongly: " + clause + by(clause)));
    trial.undecided().forEach(what -> details.add("  undecided:      " + Sanitizer.line(what)));
    return details;
  }

  private String by(String clause) {
    return " by " + some(trial.blamed().get(clause));
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
