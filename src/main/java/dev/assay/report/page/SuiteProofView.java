package dev.assay.report.page;

import dev.assay.Conclusion;
import dev.assay.contract.Clause;
import dev.assay.proof.external.MutantStatus;
import dev.assay.proof.external.OperationReach;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.SuiteProofJson;
import dev.assay.report.text.PageTime;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.SuiteProofSummary;
import dev.assay.report.text.SurvivorText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The proof of a suite on the page. */
final class SuiteProofView {

  private static final int MOST_LINES = 100;

  private SuiteProofView() {}

  /** A part of the bar, in thousandths of its width. */
  record Part(String name, int count, String look, long from, long width) {}

  /** A mutant in the matrix. */
  record Square(String id, String word, String look) {}

  /** A clause, or a whole operation, and the mutants that break it. */
  record Row(String name, String says, List<Square> squares) {}

  /** The rows of one operation. */
  record Block(String title, String score, List<Row> rows) {}

  /** What {@code prove-suite.json} says, with what arranges it. */
  static Map<String, Object> of(SuiteProof proof) {
    SuiteProofSummary summary = new SuiteProofSummary(proof);
    Map<String, Object> view = JsonText.map(SuiteProofJson.of(proof));
    view.put("summary", summary.line());
    view.put("started", PageTime.of(proof.info().startedAt()));
    view.put("tried", proof.score().tried());
    view.put("figure", proof.score().tried() == 0 ? "–" : percent(proof.score().share()) + " %");
    view.put("interval", interval(proof));
    view.put("parts", parts(proof));
    view.put("blocks", blocks(proof));
    view.put("survivors", texts(proof, proof.survivors()));
    view.put("alarms", texts(proof, proof.falseAlarms()));
    view.put("printed", printed(proof));
    return view;
  }

  private static String interval(SuiteProof proof) {
    return !proof.isEstimate() || proof.score().tried() == 0
        ? ""
        : "between %s and %s %%"
            .formatted(percent(proof.score().low()), percent(proof.score().high()));
  }

  private static String percent(double share) {
    return SuiteProofSummary.percent(share);
  }

  private static List<Part> parts(SuiteProof proof) {
    List<Part> parts = new ArrayList<>();
    long all = Math.max(1, proof.defects().size());
    long before = 0;
    for (MutantStatus status : MutantStatus.values()) {
      int count = proof.count(status);
      long from = before * 1_000 / all;
      before += count;
      if (count > 0) {
        parts.add(
            new Part(
                SuiteProofSummary.word(status),
                count,
                look(status),
                from,
                before * 1_000 / all - from));
      }
    }
    return parts;
  }

  private static String look(MutantStatus status) {
    return SuiteProofSummary.word(status).replace(' ', '-');
  }

  private static List<SurvivorText> texts(SuiteProof proof, List<SuiteTrial> trials) {
    return trials.stream().map(trial -> new SurvivorText(proof, trial)).toList();
  }

  /** What the suite printed where it could not be gone on with. */
  private static List<String> printed(SuiteProof proof) {
    if (proof.problems().isEmpty() || proof.baseline().isEmpty()) {
      return List.of();
    }
    String output = proof.baseline().get(proof.baseline().size() - 1).output();
    List<String> lines = Sanitizer.lines(output).lines().toList();
    return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
  }

  private static List<Block> blocks(SuiteProof proof) {
    return proof.reach().stream().map(reach -> block(proof, reach)).toList();
  }

  private static Block block(SuiteProof proof, OperationReach reach) {
    List<SuiteTrial> its =
        proof.defects().stream()
            .filter(trial -> trial.operation().equals(reach.operation()))
            .toList();
    Set<String> names = new LinkedHashSet<>();
    proof.clauses().forEach(clause -> names.add(clause.id().value()));
    Set<String> broken = new LinkedHashSet<>();
    its.forEach(trial -> broken.addAll(trial.breaks()));
    names.retainAll(broken);
    names.addAll(broken);
    List<Row> rows = names.stream().map(name -> row(proof, name, its)).toList();
    var score = proof.score(its::contains);
    return new Block(
        reach.operation(),
        score.tried() == 0
            ? "none tried"
            : "%s of %s killed".formatted(score.killed(), score.tried()),
        rows);
  }

  private static Row row(SuiteProof proof, String broken, List<SuiteTrial> trials) {
    Optional<Clause> clause =
        proof.clauses().stream().filter(each -> each.id().value().equals(broken)).findFirst();
    return new Row(
        clause.map(each -> each.id().path()).orElse(broken),
        Sanitizer.line(clause.map(Clause::says).orElse("")),
        trials.stream()
            .filter(trial -> trial.breaks().contains(broken))
            .map(trial -> new Square(trial.id(), word(trial), look(trial.status())))
            .toList());
  }

  private static String word(SuiteTrial trial) {
    return SuiteProofSummary.word(trial.status());
  }

  /** The verdict in words. */
  static Headline headline(SuiteProof proof) {
    Conclusion conclusion = proof.conclusion();
    boolean judged = proof.threshold().isPresent();
    String verdict =
        conclusion == Conclusion.UNDECIDED
            ? "undecided"
            : percent(proof.score().share()) + " % killed";
    String tone =
        conclusion == Conclusion.YES && !judged
            ? proof.survivors().isEmpty() ? "good" : "review"
            : conclusion.choose("good", "bad", "unsure");
    return new Headline(verdict, tone, Sanitizer.line(sentence(proof)), remarks(proof));
  }

  private static String sentence(SuiteProof proof) {
    if (proof.conclusion() == Conclusion.UNDECIDED) {
      return "What the suite sees could not be judged.";
    }
    int survived = proof.score().survived();
    return survived == 0
        ? "The suite fails on every defect that its requests can show it."
        : "The suite passes on %s that its requests show it: its checks do not look there."
            .formatted(new Plural(survived, "defect"));
  }

  private static List<String> remarks(SuiteProof proof) {
    List<String> remarks = new ArrayList<>(proof.undecidedBecause());
    if (!proof.caveat().isEmpty()) {
      remarks.add(proof.caveat());
    }
    return remarks.stream().map(Sanitizer::line).toList();
  }
}
