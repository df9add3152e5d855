package dev.assay.report.page;

import dev.assay.load.study.Comparison;
import dev.assay.load.study.LoadReport;
import dev.assay.load.study.PercentileDifference;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import java.util.List;
import java.util.Locale;

/**
 * Percentiles of two sides of load, on the page.
 *
 * @param verdict in a sentence
 * @param remark how the figures are to be read
 * @param rows one for each percentile of each request
 */
record ComparisonView(String verdict, String remark, List<Row> rows) {

  /** A percentile; figures are in milliseconds. */
  record Row(
      String request,
      String percentile,
      String before,
      String after,
      String change,
      String interval,
      OutcomeSymbol mark,
      String word) {

    static Row of(PercentileDifference difference) {
      return new Row(
          difference.request().slug(),
          difference.metric().word(),
          text("%.1f", difference.before()),
          text("%.1f", difference.after()),
          text("%+.1f", difference.change()),
          difference.interval().map(i -> text("%+.1f and %+.1f", i.low(), i.high())).orElse("–"),
          markOf(difference.verdict()),
          difference.verdict().word());
    }
  }

  /** With an earlier run. */
  static ComparisonView of(LoadReport.Against against) {
    return of("Against %s: ".formatted(Sanitizer.line(against.folder())), against.comparison());
  }

  /** Of an old and a new service. */
  static ComparisonView of(Comparison comparison) {
    return of("New against old: ", comparison);
  }

  private static ComparisonView of(String before, Comparison comparison) {
    return new ComparisonView(
        before + comparison.verdict().word() + ".",
        text(
            "Means over the runs of each side; all intervals together hold with a confidence of %.0f %%.",
            100 * comparison.confidence()),
        comparison.differences().stream().map(Row::of).toList());
  }

  private static OutcomeSymbol markOf(Comparison.Verdict verdict) {
    return switch (verdict) {
      case NO_REGRESSION -> OutcomeSymbol.PASS;
      case REGRESSION -> OutcomeSymbol.FAIL;
      case CANNOT_TELL -> OutcomeSymbol.SKIP;
    };
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
