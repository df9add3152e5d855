package dev.assay.report.console;

import dev.assay.Conclusion;
import dev.assay.gate.Gate;
import dev.assay.gate.GateListener;
import dev.assay.gate.GatePart;
import dev.assay.report.history.EvidencePack;
import dev.assay.report.page.Headline;
import dev.assay.report.page.Page;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints how a gate goes: a line for each part as it ends, the cases that need a look, and the
 * verdict.
 *
 * @param out flushed after each line
 * @param ansi whether there are colours
 * @param quiet whether parts that say yes go without a line
 */
public record GateConsole(PrintWriter out, Ansi ansi, boolean quiet) implements GateListener {

  @Override
  public void contract(Run run) {
    new ContractConsole(out, ansi, true).troubles(run);
    part(GatePart.of(run));
  }

  @Override
  public void remark(String line) {
    line("            " + Sanitizer.line(line));
  }

  @Override
  public void part(GatePart part) {
    if (quiet && part.says(Conclusion.YES)) {
      return;
    }
    OutcomeSymbol mark = part.answer().map(OutcomeSymbol::of).orElse(OutcomeSymbol.SKIP);
    line(
        "%s %-9s %-9s %s"
            .formatted(
                new Paint(ansi).with(mark, mark.symbol()),
                part.name(),
                part.word(),
                Sanitizer.line(part.because(), 600)));
  }

  @Override
  public void decided(Gate gate, Path folder) {
    line(new Paint(ansi).with(Style.bold, Headline.sentence(gate)));
    line("page:     " + Sanitizer.line(folder.resolve(Page.NAME).toString()));
    line("evidence: " + Sanitizer.line(folder.resolve(EvidencePack.NAME).toString()));
    String partial = gate.info().partial() ? "PARTIAL " : "";
    line(new Paint(ansi).with(Style.bold, partial + gate.word()));
  }

  private void line(String text) {
    out.print(text + "\n");
    out.flush();
  }
}
