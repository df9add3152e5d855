package dev.assay.report.ci;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Metric;
import dev.assay.load.study.Comparison.Verdict;
import dev.assay.load.study.LoadReport;
import dev.assay.report.text.Sanitizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a load run as {@code load.xml}, in the format of JUnit's reports: a test an objective. */
public record LoadJunitXml() {

  public String render(LoadReport study) {
    LoadResult result = study.result();
    Optional<Verdict> compared = study.comparison().map(against -> against.comparison().verdict());
    List<String> because = result.invalidBecause();
    boolean invalid = !because.isEmpty();
    long missed = result.objectives().stream().filter(verdict -> !verdict.met()).count();
    int regressions = compared.equals(Optional.of(Verdict.REGRESSION)) ? 1 : 0;
    int untold = compared.equals(Optional.of(Verdict.CANNOT_TELL)) ? 1 : 0;
    int tests = result.objectives().size() + (compared.isPresent() ? 1 - untold : 0);
    JUnitCounts counts =
        new JUnitCounts(tests, (invalid ? 0 : missed) + regressions, 0, 0)
            .plusErrors(because.size() + untold);
    String name = "assay load " + result.plan().scenario().name();
    XmlLines xml = new XmlLines();
    String time = result.startedAt().toString().substring(0, "2026-11-01T00:00:00".length());
    xml.open("testsuites", counts.attributes(name, "0.000", time));
    xml.open("testsuite", counts.attributes(name, "0.000", time));
    for (int i = 0; i < because.size(); i++) {
      xml.open("testcase", "classname", "assay.load", "name", "valid/" + (i + 1), "time", "0.000");
      xml.leaf("error", because.get(i), "type", "INVALID", "message", because.get(i));
      xml.close();
    }
    result.objectives().forEach(verdict -> objective(xml, result, verdict));
    compared.ifPresent(verdict -> comparison(xml, verdict));
    xml.close();
    xml.close();
    return xml.document();
  }

  private static void comparison(XmlLines xml, Verdict verdict) {
    String[] attributes = {"classname", "assay.load", "name", "no regression", "time", "0.000"};
    xml.open("testcase", attributes);
    switch (verdict) {
      case NO_REGRESSION -> xml.leaf("system-out", verdict.word());
      case REGRESSION ->
          xml.leaf("failure", verdict.word(), "type", "REGRESSION", "message", verdict.word());
      case CANNOT_TELL ->
          xml.leaf("error", verdict.word(), "type", "INVALID", "message", verdict.word());
    }
    xml.close();
  }

  private static void objective(XmlLines xml, LoadResult result, ObjectiveVerdict verdict) {
    boolean invalid = !result.invalidBecause().isEmpty();
    String name =
        "%s %s %s"
            .formatted(
                verdict.objective().request().slug(),
                verdict.objective().metric().word(),
                verdict.objective().bound());
    String[] attributes = {"classname", "assay.load", "name", name, "time", "0.000"};
    String actual =
        String.format(
                Locale.ROOT,
                "actual: %.4f %s",
                verdict.actual(),
                verdict.objective().metric().unit())
            .strip();
    String details = actual + failures(result, verdict.objective());
    xml.open("testcase", attributes);
    if (verdict.met() || invalid) {
      xml.leaf("system-out", details);
    } else {
      xml.leaf("failure", details, "type", "MISSED", "message", name + ", " + actual);
    }
    xml.close();
  }

  /** Why requests failed, where that is what the objective is about. */
  private static String failures(LoadResult result, Objective objective) {
    StringBuilder lines = new StringBuilder();
    result.measurements().stream()
        .filter(each -> objective.metric() == Metric.ERROR_RATE)
        .filter(each -> each.request() == objective.request())
        .forEach(
            each ->
                each.failures()
                    .forEach(
                        (why, times) ->
                            lines.append("\n%s × %s".formatted(times, Sanitizer.line(why)))));
    return lines.toString();
  }
}
