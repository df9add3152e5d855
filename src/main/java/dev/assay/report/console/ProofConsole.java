package dev.assay.report.console;

import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.TrialText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Tells people about a proof: a line for each defect and variant, a block for each that did not end
 * as it should, and one line that sums it up.
 */
public final class ProofConsole {

  private final PrintWriter out;
  private final Paint paint;
  private final boolean quiet;

  /**
   * A reporter that writes there.
   *
   * @param out flushed at the end of the report
   * @param ansi whether there are colours
   * @param quiet whether the lines of the trials are left out
   */
  public ProofConsole(PrintWriter out, Ansi ansi, boolean quiet) {
    this.out = out;
    this.paint = new Paint(ansi);
    this.quiet = quiet;
  }

  /** Writes all there is to say about a proof. */
  public void report(Proof proof) {
    if (!quiet) {
      byOperation(proof.defects()).forEach(this::group);
      group("variants", proof.variants());
    }
    proof.failures().forEach(this::block);
    if (proof.plain().outcome() != MutantResult.Outcome.CLEAN) {
      if (!proof.partial()) {
        block(proof.plain());
      }
      line(new ProofSummary(proof).undecided());
    }
    line(paint.with(Style.bold, new ProofSummary(proof).line()));
    out.flush();
  }

  private static Map<String, List<MutantResult>> byOperation(List<MutantResult> trials) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                MutantResult::operation, LinkedHashMap::new, Collectors.toList()));
  }

  private void group(String title, List<MutantResult> trials) {
    if (!trials.isEmpty()) {
      line(paint.with(Style.bold, Sanitizer.line(title)));
      trials.forEach(this::trial);
      line("");
    }
  }

  private void trial(MutantResult trial) {
    TrialText text = new TrialText(trial);
    StringBuilder line = new StringBuilder("  " + title(trial) + "  " + text.outcome());
    text.remarks().forEach(remark -> line.append("; ").append(remark));
    line(line.toString());
  }

  private void block(MutantResult trial) {
    line(title(trial));
    new TrialText(trial).details().forEach(this::line);
    if (!trial.breaks().isEmpty()) {
      line("  try: assay prove --defect " + Sanitizer.line(trial.id()));
    }
    line("");
  }

  private String title(MutantResult trial) {
    OutcomeSymbol mark = new TrialText(trial).mark();
    return paint.with(mark, mark.symbol()) + " " + Sanitizer.line(trial.id());
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
