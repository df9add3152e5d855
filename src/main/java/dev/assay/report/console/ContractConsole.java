package dev.assay.report.console;

import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.OperationHeading;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.Summary;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints a run: a line for each case, a block for each case that needs a look, and one line that
 * sums it up.
 */
public final class ContractConsole {

  private static final int LONGEST_ASIDE = 120;

  private final PrintWriter out;
  private final Paint paint;
  private final boolean quiet;

  /**
   * A reporter that writes there.
   *
   * @param out flushed at the end of each report
   * @param ansi whether there are colours
   * @param quiet whether the lines of the cases are left out
   */
  public ContractConsole(PrintWriter out, Ansi ansi, boolean quiet) {
    this.out = out;
    this.paint = new Paint(ansi);
    this.quiet = quiet;
  }

  /** Writes all there is to say about a run. */
  public void report(Run run) {
    if (!quiet) {
      OperationHeading.of(run).forEach(this::endpoint);
    }
    blocks(run);
    line(paint.with(Style.bold, new Summary(run).line()));
    problems(run);
    run.stale().forEach(this::stale);
    out.flush();
  }

  /** Writes only what needs a look: a block for each such case, and what concerns the whole. */
  public void troubles(Run run) {
    blocks(run);
    problems(run);
    run.stale().forEach(this::stale);
    out.flush();
  }

  /** Writes how much was made and what became of it, where anything was made. */
  public void created(CreatedList created, Path folder) {
    if (!created.all().isEmpty()) {
      line(created.sentence() + ": " + Sanitizer.line(folder.resolve("created.json").toString()));
      out.flush();
    }
  }

  /** Writes where the reports are. */
  public void reportsAre(Path folder) {
    line("reports: " + Sanitizer.line(folder.toString()));
    out.flush();
  }

  /**
   * Where a service is away, hundreds of cases say the same, and so they do where it is lenient or
   * strict throughout: a few of them are enough.
   */
  private void blocks(Run run) {
    Map<CasesAlike, Integer> alike = new LinkedHashMap<>();
    for (CaseResult result : run.cases()) {
      FailureBlock.of(result)
          .filter(
              block -> {
                CasesAlike group = CasesAlike.of(result, block);
                return alike.merge(group, 1, Integer::sum) <= group.shown();
              })
          .ifPresent(block -> block(result, block));
    }
    alike.forEach(this::others);
  }

  private void others(CasesAlike group, int times) {
    if (times > group.shown()) {
      line(
          "%s and %s more like it%s: %s"
              .formatted(
                  OutcomeSymbol.of(group.outcome()).symbol(),
                  times - group.shown(),
                  group.where(),
                  group.says()));
      line("");
    }
  }

  private void problems(Run run) {
    for (String problem : run.reasons()) {
      line(
          paint.with(OutcomeSymbol.ERROR, OutcomeSymbol.ERROR.symbol())
              + " "
              + Sanitizer.line(problem));
    }
  }

  private void stale(String sentence) {
    line(
        paint.with(OutcomeSymbol.FAIL, OutcomeSymbol.FAIL.symbol())
            + " "
            + Sanitizer.line(sentence));
  }

  private void endpoint(OperationHeading endpoint) {
    String address = endpoint.address().map(text -> "  " + aside(text)).orElse("");
    line(paint.with(Style.bold, Sanitizer.line(endpoint.operation())) + address);
    endpoint.cases().forEach(this::caseLine);
    line("");
  }

  private void caseLine(CaseResult result) {
    OutcomeSymbol mark = OutcomeSymbol.of(result.outcome());
    String remark = remark(result);
    line(
        "  "
            + paint.with(mark, mark.symbol())
            + " "
            + Sanitizer.line(result.description())
            + (remark.isEmpty() ? "" : "  " + aside(remark)));
  }

  /** What goes without a block: what was observed, and why a case was skipped. */
  private static String remark(CaseResult result) {
    String remark =
        switch (result.outcome()) {
          case INFO -> observed(result.verdicts());
          case SKIP -> result.skipped().orElse("");
          case KNOWN -> result.id() + ", known: " + result.known().orElse("");
          case PASS -> "";
          case WARN, ERROR, FAIL -> result.id();
        };
    return Sanitizer.line(remark, LONGEST_ASIDE);
  }

  private static String observed(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.outcome() == Outcome.INFO)
        .map(Verdict::actual)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void block(CaseResult result, FailureBlock block) {
    line(paint.with(OutcomeSymbol.of(result.outcome()), block.title()));
    block.details().forEach(this::line);
    line("");
  }

  private String aside(String text) {
    return paint.with(Style.faint, text);
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
