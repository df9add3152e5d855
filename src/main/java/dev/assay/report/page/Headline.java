package dev.assay.report.page;

import dev.assay.Conclusion;
import dev.assay.compare.cutover.Cutover;
import dev.assay.gate.Gate;
import dev.assay.load.study.LoadReport;
import dev.assay.proof.Proof;
import dev.assay.report.text.CutoverSummary;
import dev.assay.report.text.Plural;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The verdict of a page in words.
 *
 * @param verdict in a word or two
 * @param tone good, bad, unsure or review
 * @param sentence the verdict in a sentence
 * @param remarks what one should know besides
 */
public record Headline(String verdict, String tone, String sentence, List<String> remarks) {

  static Headline of(PageContent content) {
    List<String> remarks = new ArrayList<>();
    content
        .cutover()
        .filter(cutover -> cutover.info().partial())
        .ifPresent(cutover -> remarks.add("It was ended early: not all was compared."));
    content.cutover().ifPresent(cutover -> remarks.addAll(cutover.problems()));
    content.contract().ifPresent(run -> remarks.addAll(run.reasons()));
    content.contract().ifPresent(run -> remarks.addAll(run.stale()));
    content.load().ifPresent(load -> remarks.addAll(load.result().invalidBecause()));
    List<String> visible = remarks.stream().map(Sanitizer::line).toList();
    if (content.gate().isPresent()) {
      Gate gate = content.gate().get();
      return of(gate.word(), gate.conclusion(), sentence(gate), visible);
    }
    if (content.cutover().isPresent()) {
      return of(content.cutover().get(), visible);
    }
    if (content.contract().isPresent()) {
      Run run = content.contract().get();
      return of(run.word(), run.conclusion(), sentence(run), visible);
    }
    if (content.proof().isPresent()) {
      Proof proof = content.proof().get();
      return of(proof.word(), proof.conclusion(), sentence(proof), visible);
    }
    if (content.suite().isPresent()) {
      return SuiteProofView.headline(content.suite().get());
    }
    LoadReport load = content.load().orElseThrow();
    String sentence = sentence(content.about().run().target(), load.conclusion());
    return of(load.word(), load.conclusion(), sentence, visible);
  }

  private static Headline of(
      String verdict, Conclusion conclusion, String sentence, List<String> remarks) {
    String tone = conclusion.choose("good", "bad", "unsure");
    return new Headline(verdict, tone, Sanitizer.line(sentence), remarks);
  }

  private static Headline of(Cutover cutover, List<String> remarks) {
    CutoverSummary summary = new CutoverSummary(cutover);
    String sentence = summary.sentence();
    return new Headline(
        summary.title(),
        cutover.needsReview() ? "review" : cutover.conclusion().choose("good", "bad", "unsure"),
        sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1),
        remarks);
  }

  /** The verdict of a gate in a sentence. */
  public static String sentence(Gate gate) {
    String others = others(gate);
    return switch (gate.conclusion()) {
      case YES ->
          "%s may go on: every part that was run says yes%s."
              .formatted(gate.info().target(), others.isEmpty() ? "" : " (" + others + ")");
      case NO -> "%s must not go on: %s.".formatted(gate.info().target(), others);
      case UNDECIDED ->
          "Whether %s may go on cannot be judged: %s.".formatted(gate.info().target(), others);
    };
  }

  /** What the parts say that do not say yes. */
  private static String others(Gate gate) {
    return gate.parts().stream()
        .filter(part -> !part.says(Conclusion.YES))
        .map(part -> part.name() + " " + part.word())
        .collect(Collectors.joining(", "));
  }

  private static String sentence(Run run) {
    long broken = count(run, Outcome.FAIL) + (run.strict() ? count(run, Outcome.WARN) : 0);
    return switch (run.conclusion()) {
      case YES ->
          "%s keeps its documented contract, as far as was checked%s."
              .formatted(run.info().target(), known(run));
      case NO ->
          broken == 0
              ? "The baseline of %s holds no longer.".formatted(run.info().target())
              : "%s breaks %s of its documented contract."
                  .formatted(run.info().target(), new Plural((int) broken, "clause"));
      case UNDECIDED ->
          "Whether %s keeps its documented contract could not be judged."
              .formatted(run.info().target());
    };
  }

  private static String known(Run run) {
    long known = count(run, Outcome.KNOWN);
    return known == 0
        ? ""
        : ", but for %s known to its baseline".formatted(new Plural((int) known, "clause"));
  }

  private static long count(Run run, Outcome outcome) {
    return run.clauses().stream()
        .map(ClauseResult::outcome)
        .filter(found -> found.filter(o -> o == outcome).isPresent())
        .count();
  }

  private static String sentence(Proof proof) {
    if (!proof.caveat().isEmpty() && proof.conclusion() == Conclusion.YES) {
      return "No defect of the stand-in passes the suites, and no conforming variant is blamed. "
          + Sanitizer.line(proof.caveat());
    }
    return switch (proof.conclusion()) {
      case YES ->
          "The suites blame every defect of the mock for exactly the clauses that it breaks, and no"
              + " conforming variant for anything.";
      case NO ->
          "The suites missed a defect of the mock, or blamed something that keeps its contract.";
      case UNDECIDED -> new ProofSummary(proof).undecided();
    };
  }

  private static String sentence(String target, Conclusion conclusion) {
    return switch (conclusion) {
      case YES -> target + " met every objective under this load.";
      case NO -> target + " missed an objective under this load.";
      case UNDECIDED -> "The figures do not tell about " + target + ".";
    };
  }
}
