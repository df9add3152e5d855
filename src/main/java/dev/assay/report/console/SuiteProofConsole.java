package dev.assay.report.console;

import dev.assay.proof.external.OperationReach;
import dev.assay.proof.external.Score;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import dev.assay.proof.replay.DefectKind;
import dev.assay.proof.shell.CommandRun;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.SuiteProofSummary;
import dev.assay.report.text.SurvivorText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints the proof of a suite: what it asks, what it sees, and what it should be taught to see. */
public final class SuiteProofConsole {

  private static final int SHOWN = 10;
  private static final int SHOWN_LINES = 30;

  private final PrintWriter out;
  private final Paint paint;
  private final boolean quiet;

  /**
   * A reporter that writes there.
   *
   * @param out flushed at the end of the report
   * @param ansi whether there are colours
   * @param quiet whether only what is wrong and the summary are printed
   */
  public SuiteProofConsole(PrintWriter out, Ansi ansi, boolean quiet) {
    this.out = out;
    this.paint = new Paint(ansi);
    this.quiet = quiet;
  }

  /** Writes all there is to say about a proof. */
  public void report(SuiteProof proof) {
    if (!quiet && !proof.reach().isEmpty()) {
      proof.reach().forEach(operation -> operation(proof, operation));
      kinds(proof);
    }
    survivors(proof, proof.survivors(), "survived");
    survivors(proof, proof.falseAlarms(), "false alarm");
    if (!proof.problems().isEmpty()) {
      output(proof);
    }
    proof.undecidedBecause().forEach(this::line);
    if (!proof.caveat().isEmpty() && proof.problems().isEmpty()) {
      line(Sanitizer.line(proof.caveat()));
    }
    line(paint.with(Style.bold, new SuiteProofSummary(proof).line()));
    out.flush();
  }

  private void operation(SuiteProof proof, OperationReach reach) {
    Score score = proof.score(trial -> trial.operation().equals(reach.operation()));
    line(paint.with(Style.bold, Sanitizer.line(reach.operation())) + "  " + score(score));
    line("  asked in a run: " + (reach.requests() == 0 ? "nothing" : statuses(reach)));
    if (!reach.unprovoked().isEmpty() && reach.requests() > 0) {
      line("  never provoked: " + Sanitizer.line(String.join(", ", reach.unprovoked())));
    }
  }

  private static String statuses(OperationReach reach) {
    return reach.statuses().entrySet().stream()
        .map(status -> status.getKey() + " × " + status.getValue())
        .collect(Collectors.joining(", "));
  }

  private void kinds(SuiteProof proof) {
    line("");
    for (DefectKind kind : DefectKind.values()) {
      Score score = proof.score(kind);
      if (score.tried() > 0) {
        line("%-12s %s".formatted(kind.word(), score(score)));
      }
    }
    line("");
  }

  private static String score(Score score) {
    return score.tried() == 0
        ? "none tried"
        : "%s of %s killed, %s %%"
            .formatted(score.killed(), score.tried(), SuiteProofSummary.percent(score.share()));
  }

  private void survivors(SuiteProof proof, List<SuiteTrial> trials, String word) {
    trials.stream().limit(SHOWN).forEach(trial -> survivor(new SurvivorText(proof, trial), word));
    if (trials.size() > SHOWN) {
      line("and %s more that %s; the page lists them all".formatted(trials.size() - SHOWN, word));
      line("");
    }
  }

  private void survivor(SurvivorText text, String word) {
    String kind = text.kind().isEmpty() ? "" : " (" + text.kind() + ")";
    String mark = paint.with(OutcomeSymbol.FAIL, OutcomeSymbol.FAIL.symbol());
    line(mark + " " + Sanitizer.line(text.trial().id()) + "  " + word + kind);
    line("  " + Sanitizer.line(text.trial().says()));
    if (!text.promise().isEmpty()) {
      line("  breaks " + text.promise());
    }
    line("  " + text.look());
    line("  try: " + text.mock());
    line("");
  }

  /** The end of what the suite printed when it could not be gone on with. */
  private void output(SuiteProof proof) {
    CommandRun last = proof.baseline().get(proof.baseline().size() - 1);
    List<String> lines = Sanitizer.lines(last.output()).lines().toList();
    int from = Math.max(0, lines.size() - SHOWN_LINES);
    line(from == 0 ? "The suite printed:" : "The suite printed, at its end:");
    lines.subList(from, lines.size()).forEach(each -> line("  | " + Sanitizer.line(each, 400)));
    if (lines.isEmpty()) {
      line("  (nothing)");
    }
    line("");
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
