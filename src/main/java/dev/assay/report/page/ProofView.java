package dev.assay.report.page;

import dev.assay.contract.Clause;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.PageTime;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.TrialText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kill matrix on the page; its squares are drawn by a script from {@link MatrixData}.
 *
 * @param summary the line that can be pasted
 * @param startedAt in words
 * @param totals numbers with what they count
 * @param sections one for each operation, and one for the variants
 * @param failures the trials that did not end as they should
 * @param breakable how many clauses could be broken
 * @param unchallenged those of them that no defect breaks
 */
record ProofView(
    String summary,
    String startedAt,
    List<Total> totals,
    List<Section> sections,
    List<Failure> failures,
    int breakable,
    List<Clause> unchallenged) {

  /** Trials that have something in common; {@code alone} if nothing but the proof is shown. */
  record Section(String title, List<MutantResult> trials, boolean alone) {

    /** Whether it is shown open: where there is nothing else to show, or something went wrong. */
    public boolean open() {
      return alone || failures() > 0;
    }

    /** How many did not end as they should. */
    public long failures() {
      return trials.stream().filter(trial -> !trial.isAsItShould()).count();
    }
  }

  /** A trial that did not end as it should, in words. */
  record Failure(String id, String word, List<String> details) {

    static Failure of(MutantResult trial) {
      TrialText text = new TrialText(trial);
      return new Failure(
          Sanitizer.line(trial.id()),
          text.word(),
          text.details().stream().map(String::strip).toList());
    }
  }

  static ProofView of(Proof proof, boolean alone) {
    return new ProofView(
        new ProofSummary(proof).line(),
        PageTime.of(proof.startedAt()),
        totals(proof),
        sections(proof, alone),
        proof.failures().stream().map(Failure::of).toList(),
        proof.breakableClauses(),
        proof.unchallenged());
  }

  private static List<Total> totals(Proof proof) {
    ProofSummary summary = new ProofSummary(proof);
    return List.of(
        new Total(
            proof.exact().size(),
            "of " + proof.defects().size() + " defects killed exactly",
            OutcomeSymbol.PASS.tone()),
        Total.of(summary.inexact(), "killed inexactly", OutcomeSymbol.FAIL),
        Total.of(proof.survivors().size(), "survived", OutcomeSymbol.FAIL),
        new Total(
            summary.quiet(),
            "of " + proof.variants().size() + " variants quiet",
            OutcomeSymbol.PASS.tone()),
        Total.of(proof.falseAlarms().size(), "false alarms", OutcomeSymbol.FAIL));
  }

  static List<Section> sections(Proof proof, boolean alone) {
    Map<String, List<MutantResult>> byOperation =
        proof.defects().stream()
            .collect(
                Collectors.groupingBy(
                    MutantResult::operation, LinkedHashMap::new, Collectors.toList()));
    List<Section> sections = new ArrayList<>();
    byOperation.forEach((name, trials) -> sections.add(new Section(name, trials, alone)));
    List<MutantResult> conforming = new ArrayList<>(List.of(proof.plain()));
    conforming.addAll(proof.variants());
    sections.add(new Section("conforming variants", conforming, alone));
    return sections;
  }
}
