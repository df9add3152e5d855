package dev.assay.report.console;

import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.MutantText;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.Sanitizer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints a proof: a line for each defect and variant, a block for each that did not end as it
 * should, and one line that sums it up.
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
   * @param quiet whether the lines of the mutants are left out
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
    String again = proof.caveat().isEmpty() ? "assay prove" : "the same";
    proof.failures().forEach(failure -> block(failure, again));
    if (proof.plain().outcome() != MutantResult.Outcome.CLEAN) {
      if (!proof.info().partial()) {
        block(proof.plain(), again);
      }
      line(new ProofSummary(proof).undecided());
    }
    if (!proof.caveat().isEmpty()) {
      line(Sanitizer.line(proof.caveat()));
    }
    line(paint.with(Style.bold, new ProofSummary(proof).line()));
    out.flush();
  }

  private static Map<String, List<MutantResult>> byOperation(List<MutantResult> mutants) {
    return mutants.stream()
        .collect(
            Collectors.groupingBy(
                MutantResult::operation, LinkedHashMap::new, Collectors.toList()));
  }

  private void group(String title, List<MutantResult> mutants) {
    if (!mutants.isEmpty()) {
      line(paint.with(Style.bold, Sanitizer.line(title)));
      mutants.forEach(this::mutant);
      line("");
    }
  }

  private void mutant(MutantResult mutant) {
    MutantText text = new MutantText(mutant);
    StringBuilder line = new StringBuilder("  " + title(mutant) + "  " + text.outcome());
    text.remarks().forEach(remark -> line.append("; ").append(remark));
    line(line.toString());
  }

  private void block(MutantResult mutant, String again) {
    line(title(mutant));
    new MutantText(mutant).details().forEach(this::line);
    if (!mutant.breaks().isEmpty()) {
      line("  try: " + again + " --defect " + Sanitizer.line(mutant.id()));
    }
    line("");
  }

  private String title(MutantResult mutant) {
    OutcomeSymbol mark = new MutantText(mutant).mark();
    return paint.with(mark, mark.symbol()) + " " + Sanitizer.line(mutant.id());
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
