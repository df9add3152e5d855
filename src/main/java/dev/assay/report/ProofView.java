package dev.assay.report;

import dev.assay.contract.Clause;
import dev.assay.proof.Proof;
import dev.assay.proof.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page of a proof shows, ready to be filled in.
 *
 * @param conclusion in one word
 * @param summary the line that can be pasted
 * @param startedAt in UTC
 * @param totals numbers with what they count
 * @param sections one for each operation, and one for the variants
 * @param breakable how many clauses could be broken
 * @param unchallenged those of them that no defect breaks
 */
record ProofView(
    String conclusion,
    String summary,
    String startedAt,
    List<Total> totals,
    List<MatrixView> sections,
    int breakable,
    List<Clause> unchallenged) {

  /** A number and what it counts; {@code kind} says how it is coloured. */
  record Total(long number, String of, String kind) {}

  /** Whether there is nothing to worry about. */
  public boolean proven() {
    return conclusion.equals(Proof.Conclusion.PROVEN.word());
  }

  static ProofView of(Proof proof) {
    Map<String, Clause> ledger = new LinkedHashMap<>();
    proof.ledger().forEach(clause -> ledger.put(clause.id().value(), clause));
    return new ProofView(
        proof.conclusion().word(),
        new ProofSummary(proof).line(),
        proof.startedAt().toString(),
        totals(proof),
        sections(proof, ledger),
        proof.breakableClauses(),
        proof.unchallenged());
  }

  private static List<Total> totals(Proof proof) {
    ProofSummary summary = new ProofSummary(proof);
    return List.of(
        new Total(
            proof.exact().size(),
            "of " + proof.defects().size() + " defects killed exactly",
            "good"),
        total(summary.inexact(), "killed inexactly"),
        total(proof.survivors().size(), "survived"),
        new Total(summary.quiet(), "of " + proof.variants().size() + " variants quiet", "good"),
        total(proof.falseAlarms().size(), "false alarms"));
  }

  private static Total total(long number, String of) {
    return new Total(number, of, number == 0 ? "none" : "bad");
  }

  private static List<MatrixView> sections(Proof proof, Map<String, Clause> ledger) {
    Map<String, List<Trial>> byOperation =
        proof.defects().stream()
            .collect(
                Collectors.groupingBy(Trial::operation, LinkedHashMap::new, Collectors.toList()));
    List<MatrixView> sections = new ArrayList<>();
    byOperation.forEach((name, trials) -> sections.add(MatrixView.of(name, trials, ledger)));
    List<Trial> conforming = new ArrayList<>(List.of(proof.plain()));
    conforming.addAll(proof.variants());
    sections.add(MatrixView.of("conforming variants", conforming, ledger));
    return sections;
  }
}
