package dev.assay.report.ci;

import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.OperationHeading;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a run as {@code contract.xml}, in the format of JUnit's reports, for build servers. A WARN
 * is a failure there only in a strict run, and the problems of a run are errors of a suite named
 * preflight. Times of day are in UTC.
 */
public final class ContractJunitXml {

  /** The whole document. */
  public String render(Run run) {
    XmlLines xml = new XmlLines();
    JUnitCounts counts =
        JUnitCounts.of(run.cases(), run.strict())
            .plusErrors(run.problems().size())
            .plusFailures(run.lapsed().size());
    xml.open(
        "testsuites",
        counts.attributes(
            "assay " + run.target(), seconds(run.duration().toMillis()), time(run.startedAt())));
    preflight(xml, run);
    baseline(xml, run);
    OperationHeading.of(run).forEach(endpoint -> suite(xml, endpoint, run.strict()));
    xml.close();
    return xml.document();
  }

  private static void preflight(XmlLines xml, Run run) {
    int problems = run.problems().size();
    if (problems == 0) {
      return;
    }
    JUnitCounts counts = JUnitCounts.of(List.of(), run.strict()).plusErrors(problems);
    xml.open("testsuite", counts.attributes("preflight", seconds(0), time(run.startedAt())));
    for (int i = 0; i < problems; i++) {
      String problem = run.problems().get(i);
      xml.open(
          "testcase",
          "classname",
          "assay.preflight",
          "name",
          "preflight/" + (i + 1),
          "time",
          seconds(0));
      xml.leaf("error", problem, "type", "ERROR", "message", problem);
      xml.close();
    }
    xml.close();
  }

  private static void baseline(XmlLines xml, Run run) {
    int lapsed = run.lapsed().size();
    if (lapsed == 0) {
      return;
    }
    JUnitCounts counts = JUnitCounts.of(List.of(), run.strict()).plusFailures(lapsed);
    xml.open("testsuite", counts.attributes("baseline", seconds(0), time(run.startedAt())));
    for (int i = 0; i < lapsed; i++) {
      String why = run.lapsed().get(i);
      String name = "baseline/" + (i + 1);
      xml.open("testcase", "classname", "assay.baseline", "name", name, "time", seconds(0));
      xml.leaf("failure", why, "type", "LAPSED", "message", why);
      xml.close();
    }
    xml.close();
  }

  private static void suite(XmlLines xml, OperationHeading endpoint, boolean strict) {
    List<CaseResult> cases = endpoint.cases();
    long millis = cases.stream().mapToLong(result -> result.duration().toMillis()).sum();
    xml.open(
        "testsuite",
        JUnitCounts.of(cases, strict)
            .attributes(endpoint.operation(), seconds(millis), time(cases.get(0).startedAt())));
    cases.forEach(result -> testcase(xml, result, strict));
    xml.close();
  }

  private static void testcase(XmlLines xml, CaseResult result, boolean strict) {
    String[] attributes = {
      "classname", "assay." + result.operation(),
      "name", result.id() + " " + result.description(),
      "time", seconds(result.duration().toMillis())
    };
    if (result.outcome() == Outcome.PASS) {
      xml.leaf("testcase", "", attributes);
    } else {
      xml.open("testcase", attributes);
      outcome(xml, result, strict);
      xml.close();
    }
  }

  private static void outcome(XmlLines xml, CaseResult result, boolean strict) {
    switch (result.outcome()) {
      case PASS -> {}
      case INFO -> xml.leaf("system-out", observed(result));
      case SKIP -> xml.leaf("skipped", "", "message", result.skipped().orElse(""));
      case KNOWN -> xml.leaf("skipped", "", "message", known(result));
      case WARN -> block(xml, strict ? "failure" : "system-out", result);
      case ERROR -> block(xml, "error", result);
      case FAIL -> block(xml, "failure", result);
    }
  }

  private static String known(CaseResult result) {
    return "known: %s; %s"
        .formatted(result.known().orElse(""), result.gravest().map(Verdict::actual).orElse(""));
  }

  private static void block(XmlLines xml, String element, CaseResult result) {
    FailureBlock block = FailureBlock.of(result).orElseThrow();
    if (element.equals("system-out")) {
      xml.leaf(element, block.text());
    } else {
      String type = result.outcome().name();
      xml.leaf(element, block.text(), "type", type, "message", block.message());
    }
  }

  private static String observed(CaseResult result) {
    return result.verdicts().stream()
        .map(Verdict::actual)
        .distinct()
        .map(actual -> "observed: " + Sanitizer.line(actual, 600))
        .collect(Collectors.joining("\n"));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** Without fractions and zone, as the schema of the format has it. */
  private static String time(Instant instant) {
    return instant.toString().substring(0, "2026-11-01T00:00:00".length());
  }
}
