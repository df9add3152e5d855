package dev.assay.report.console;

import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.ClauseComparison;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.Inconclusive;
import dev.assay.compare.observation.Change;
import dev.assay.load.study.Comparison;
import dev.assay.report.text.CutoverSummary;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints a cutover: the list to read, the most serious first, and the verdict. */
public final class CutoverConsole {

  private static final int LONGEST = 300;
  private static final int MOST_CASES = 4;
  private static final int MOST_DIFFERENCES = 40;

  private final PrintWriter out;
  private final Paint paint;

  /**
   * A reporter that writes there.
   *
   * @param out flushed at the end of the report
   * @param ansi whether there are colours
   */
  public CutoverConsole(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.paint = new Paint(ansi);
  }

  /** Writes all there is to say about a cutover. */
  public void report(Cutover cutover) {
    cutover.having(ClauseChange.REGRESSED).forEach(clause -> block(OutcomeSymbol.FAIL, clause));
    cutover
        .problems()
        .forEach(problem -> line(marked(OutcomeSymbol.ERROR, Sanitizer.line(problem))));
    cutover.failures().forEach(each -> inconclusive(OutcomeSymbol.ERROR, "cannot tell", each));
    cutover.differences().stream().limit(MOST_DIFFERENCES).forEach(this::difference);
    int more = cutover.differences().size() - MOST_DIFFERENCES;
    if (more > 0) {
      line("… and " + new Plural(more, "difference") + " more, in cutover.json\n");
    }
    cutover.having(ClauseChange.BOTH_WRONG).forEach(clause -> block(OutcomeSymbol.WARN, clause));
    cutover.having(ClauseChange.FIXED).forEach(this::fixed);
    cutover.notCompared().forEach(each -> inconclusive(OutcomeSymbol.SKIP, "not compared", each));
    cutover.latency().ifPresent(this::latency);
    line(paint.with(Style.bold, new CutoverSummary(cutover).line()));
    line(paint.with(mark(cutover), new CutoverSummary(cutover).verdict()));
    out.flush();
  }

  private static OutcomeSymbol mark(Cutover cutover) {
    return cutover.needsReview() ? OutcomeSymbol.WARN : OutcomeSymbol.of(cutover.conclusion());
  }

  private void block(OutcomeSymbol mark, ClauseComparison comparison) {
    ClauseInCase first = comparison.instances().get(0);
    line(marked(mark, comparison.relation().orElseThrow().word() + ": " + title(comparison)));
    line("  source:   " + Sanitizer.line(comparison.clause().source().toString()));
    line("  expected: " + Sanitizer.line(first.expected(), LONGEST));
    line("  old:      " + Sanitizer.line(first.from(), LONGEST));
    line(
        "  new:      " + Sanitizer.line(first.to(), LONGEST) + aside(CutoverSummary.inRuns(first)));
    where(comparison);
    line("  try:      " + command(first.answers().curl().line()));
    line("");
  }

  private static String aside(String text) {
    return text.isEmpty() ? "" : "  (" + text + ")";
  }

  private static String title(ClauseComparison comparison) {
    return "%s (%s): %s"
        .formatted(
            comparison.clause().id(),
            comparison.clause().level().word(),
            Sanitizer.line(comparison.clause().says()));
  }

  private void difference(Difference difference) {
    line(marked(OutcomeSymbol.INFO, "differs: " + CutoverSummary.named(difference)));
    line("  " + Sanitizer.line(difference.description(), LONGEST));
    for (Change change : difference.changes()) {
      line("  " + Sanitizer.line(change.place(), LONGEST));
      line("    old: " + Sanitizer.line(change.from(), LONGEST));
      line("    new: " + Sanitizer.line(change.to(), LONGEST));
    }
    line("  in:  " + cases(difference.cases()));
    line("  try: " + command(difference.answers().curl().line()));
    line("");
  }

  private void latency(Comparison latency) {
    line("latency under the same load, by turns: " + latency.verdict().word());
    latency.differences().forEach(difference -> line("  " + difference.says("old", "new")));
    line("");
  }

  private void fixed(ClauseComparison comparison) {
    line(marked(OutcomeSymbol.PASS, "fixed: " + title(comparison)));
    where(comparison);
  }

  private void where(ClauseComparison comparison) {
    line(
        "  in:       " + cases(comparison.instances().stream().map(ClauseInCase::caseId).toList()));
    if (!comparison.alsoIn().isEmpty()) {
      line("  also in:  " + cases(comparison.alsoIn()) + " (the same change, and no other)");
    }
  }

  private void inconclusive(OutcomeSymbol mark, String word, Inconclusive inconclusive) {
    line(
        marked(mark, word + ": " + inconclusive.caseId() + "  ")
            + Sanitizer.line(inconclusive.why(), LONGEST));
  }

  private static String cases(List<String> ids) {
    String some = ids.stream().limit(MOST_CASES).collect(Collectors.joining(", "));
    int more = ids.size() - MOST_CASES;
    return Sanitizer.line(some) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String command(String curl) {
    String visible = Sanitizer.line(curl);
    return visible.length() <= 2_000 ? visible : "the curl command in cutover.json";
  }

  private String marked(OutcomeSymbol mark, String text) {
    return paint.with(mark, mark.symbol()) + " " + text;
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
