package dev.assay.report;

import dev.assay.cutover.Change;
import dev.assay.cutover.ClauseComparison;
import dev.assay.cutover.Cutover;
import dev.assay.cutover.Cutover.Conclusion;
import dev.assay.cutover.Difference;
import dev.assay.cutover.Instance;
import dev.assay.cutover.Relation;
import dev.assay.cutover.Untold;
import dev.assay.load.Comparison;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Tells people about a cutover: the list to read, the most serious first, and the verdict. */
public final class CutoverReporter {

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
  public CutoverReporter(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.paint = new Paint(ansi);
  }

  /** Writes all there is to say about a cutover. */
  public void report(Cutover cutover) {
    cutover.having(Relation.REGRESSED).forEach(clause -> block(Mark.FAIL, clause));
    cutover.problems().forEach(problem -> line(marked(Mark.ERROR, VisibleText.line(problem))));
    cutover.failures().forEach(each -> untold(Mark.ERROR, "cannot tell", each));
    cutover.differences().stream().limit(MOST_DIFFERENCES).forEach(this::difference);
    int more = cutover.differences().size() - MOST_DIFFERENCES;
    if (more > 0) {
      line("… and " + new Counted(more, "difference") + " more, in cutover.json\n");
    }
    cutover.having(Relation.BOTH_WRONG).forEach(clause -> block(Mark.WARN, clause));
    cutover.having(Relation.FIXED).forEach(this::fixed);
    cutover.notCompared().forEach(each -> untold(Mark.SKIP, "not compared", each));
    cutover.latency().ifPresent(this::latency);
    line(paint.with(Style.bold, new CutoverSummary(cutover).line()));
    line(paint.with(mark(cutover.conclusion()), new CutoverSummary(cutover).verdict()));
    out.flush();
  }

  private static Mark mark(Conclusion conclusion) {
    return switch (conclusion) {
      case GO -> Mark.PASS;
      case REVIEW -> Mark.WARN;
      case NO_GO -> Mark.FAIL;
      case UNDECIDED -> Mark.ERROR;
    };
  }

  private void block(Mark mark, ClauseComparison comparison) {
    Instance first = comparison.instances().get(0);
    line(marked(mark, comparison.relation().orElseThrow().word() + ": " + title(comparison)));
    line("  source:   " + VisibleText.line(comparison.clause().source().toString()));
    line("  expected: " + VisibleText.line(first.expected(), LONGEST));
    line("  old:      " + VisibleText.line(first.from(), LONGEST));
    line(
        "  new:      "
            + VisibleText.line(first.to(), LONGEST)
            + aside(CutoverSummary.inPlays(first)));
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
            VisibleText.line(comparison.clause().says()));
  }

  private void difference(Difference difference) {
    line(marked(Mark.INFO, "differs: " + CutoverSummary.named(difference)));
    line("  " + VisibleText.line(difference.description(), LONGEST));
    for (Change change : difference.changes()) {
      line("  " + VisibleText.line(change.place(), LONGEST));
      line("    old: " + VisibleText.line(change.from(), LONGEST));
      line("    new: " + VisibleText.line(change.to(), LONGEST));
    }
    line("  in:  " + cases(difference.cases()));
    line("  try: " + command(difference.answers().curl().line()));
    line("");
  }

  private void latency(Comparison latency) {
    line("latency under the same load, by turns: " + latency.verdict().word());
    latency.differences().forEach(difference -> line("  " + LatencyText.of(difference)));
    line("");
  }

  private void fixed(ClauseComparison comparison) {
    line(marked(Mark.PASS, "fixed: " + title(comparison)));
    where(comparison);
  }

  private void where(ClauseComparison comparison) {
    line("  in:       " + cases(comparison.instances().stream().map(Instance::caseId).toList()));
    if (!comparison.alsoIn().isEmpty()) {
      line("  also in:  " + cases(comparison.alsoIn()) + " (the same change, and no other)");
    }
  }

  private void untold(Mark mark, String word, Untold untold) {
    line(
        marked(mark, word + ": " + untold.caseId() + "  ")
            + VisibleText.line(untold.why(), LONGEST));
  }

  private static String cases(List<String> ids) {
    String some = ids.stream().limit(MOST_CASES).collect(Collectors.joining(", "));
    int more = ids.size() - MOST_CASES;
    return VisibleText.line(some) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String command(String curl) {
    String visible = VisibleText.line(curl);
    return visible.length() <= 2_000 ? visible : "the curl command in cutover.json";
  }

  private String marked(Mark mark, String text) {
    return paint.with(mark, mark.symbol()) + " " + text;
  }

  private void line(String text) {
    out.print(text + "\n");
  }
}
