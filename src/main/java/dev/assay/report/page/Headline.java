package dev.assay.report.page;

import dev.assay.compare.cutover.Cutover;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.load.judge.LoadResult;
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

  private static final List<String> TONES = List.of("good", "bad", "unsure");

  static Headline of(PageContent content) {
    List<String> remarks = new ArrayList<>();
    content
        .cutover()
        .filter(Cutover::partial)
        .ifPresent(cutover -> remarks.add("It was ended early: not all was compared."));
    content.cutover().ifPresent(cutover -> remarks.addAll(cutover.problems()));
    content.contract().ifPresent(run -> remarks.addAll(run.reasons()));
    content.contract().ifPresent(run -> remarks.addAll(run.lapsed()));
    content.loads().forEach(load -> remarks.addAll(load.result().invalidBecause()));
    List<String> visible = remarks.stream().map(Sanitizer::line).toList();
    if (content.gate().isPresent()) {
      Gate.Decision decision = content.gate().get().decision();
      return told(decision.word(), decision.exitCode(), sentence(content.gate().get()), visible);
    }
    if (content.cutover().isPresent()) {
      return told(content.cutover().get(), visible);
    }
    if (content.contract().isPresent()) {
      Run run = content.contract().get();
      return told(run.conclusion().word(), run.conclusion().exitCode(), sentence(run), visible);
    }
    if (content.proof().isPresent()) {
      Proof proof = content.proof().get();
      return told(
          proof.conclusion().word(), proof.conclusion().exitCode(), sentence(proof), visible);
    }
    LoadResult.Outcome outcome = content.loads().get(0).study().outcome();
    return told(
        outcome.word(), outcome.exitCode(), sentence(content.about().target(), outcome), visible);
  }

  private static Headline told(
      String verdict, int exitCode, String sentence, List<String> remarks) {
    return new Headline(verdict, TONES.get(exitCode), Sanitizer.line(sentence), remarks);
  }

  private static Headline told(Cutover cutover, List<String> remarks) {
    String sentence = new CutoverSummary(cutover).sentence();
    String tone =
        switch (cutover.conclusion()) {
          case GO -> "good";
          case REVIEW -> "review";
          case NO_GO -> "bad";
          case UNDECIDED -> "unsure";
        };
    return new Headline(
        cutover.conclusion().title(),
        tone,
        sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1),
        remarks);
  }

  /** The verdict of a gate in a sentence. */
  public static String sentence(Gate gate) {
    String others = others(gate);
    return switch (gate.decision()) {
      case GO ->
          "%s may go on: every part that was run says yes%s."
              .formatted(gate.target(), others.isEmpty() ? "" : " (" + others + ")");
      case NO_GO -> "%s must not go on: %s.".formatted(gate.target(), others);
      case UNDECIDED ->
          "Whether %s may go on cannot be judged: %s.".formatted(gate.target(), others);
    };
  }

  /** What the parts say that do not say yes. */
  private static String others(Gate gate) {
    return gate.parts().stream()
        .filter(part -> part.answer() != GatePart.Answer.YES)
        .map(part -> part.name() + " " + part.word())
        .collect(Collectors.joining(", "));
  }

  private static String sentence(Run run) {
    long broken = count(run, Outcome.FAIL) + (run.strict() ? count(run, Outcome.WARN) : 0);
    return switch (run.conclusion()) {
      case CONFORMS ->
          "%s keeps its documented contract, as far as was checked%s."
              .formatted(run.target(), known(run));
      case VIOLATES ->
          broken == 0
              ? "The baseline of %s holds no longer.".formatted(run.target())
              : "%s breaks %s of its documented contract."
                  .formatted(run.target(), new Plural((int) broken, "clause"));
      case UNDECIDED ->
          "Whether %s keeps its documented contract could not be judged.".formatted(run.target());
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
    return switch (proof.conclusion()) {
      case PROVEN ->
          "The suites blame every defect of the mock for exactly the clauses that it breaks, and no"
              + " conforming variant for anything.";
      case UNPROVEN ->
          "The suites missed a defect of the mock, or blamed something that keeps its contract.";
      case UNDECIDED -> new ProofSummary(proof).undecided();
    };
  }

  private static String sentence(String target, LoadResult.Outcome outcome) {
    return switch (outcome) {
      case MET -> target + " met every objective under this load.";
      case MISSED -> target + " missed an objective under this load.";
      case INVALID -> "The figures do not tell about " + target + ".";
    };
  }
}
