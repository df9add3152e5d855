package dev.assay.report.ci;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.compare.cutover.Cutover;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ci.JunitXml.Result;
import dev.assay.report.ci.JunitXml.Suite;
import dev.assay.report.ci.JunitXml.Test;
import dev.assay.report.json.JsonText;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Run;
import java.util.List;

/**
 * Writes the tests of JUnit's reports in the Common Test Report Format (ctrf.io). An error is
 * {@code other}: it could not be judged.
 */
public final class Ctrf {

  private static final List<String> STATUSES =
      List.of("passed", "failed", "skipped", "pending", "other");

  private Ctrf() {}

  /** {@code contract.ctrf.json}. */
  public static String of(Run run) {
    return text(run.info().version(), ContractJunitXml.tests(run));
  }

  /** {@code cutover.ctrf.json}. */
  public static String of(Cutover cutover) {
    return text(cutover.info().version(), CutoverJunitXml.tests(cutover));
  }

  /** {@code load.ctrf.json}. */
  public static String of(LoadReport load) {
    return text(load.result().info().version(), LoadJunitXml.tests(load));
  }

  private static String text(String version, JunitXml tests) {
    return JsonText.pretty(document(version, tests));
  }

  private static ObjectNode document(String version, JunitXml tests) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("reportFormat", "CTRF").put("specVersion", "0.0.0");
    ObjectNode results = root.putObject("results");
    results.putObject("tool").put("name", "assay").put("version", version);
    ObjectNode summary = results.putObject("summary");
    ArrayNode list = results.putArray("tests");
    for (Suite suite : tests.suites()) {
      suite.tests().forEach(test -> test(list.addObject(), suite, test));
    }
    long start = tests.startedAt().toEpochMilli();
    summary.put("tests", list.size());
    STATUSES.forEach(
        status ->
            summary.put(
                status, list.findValuesAsText("status").stream().filter(status::equals).count()));
    summary.put("start", start).put("stop", start + tests.duration().toMillis());
    return root;
  }

  private static void test(ObjectNode node, Suite suite, Test test) {
    node.put("name", Sanitizer.line(test.name()));
    node.put("status", test.result().map(Ctrf::status).orElse("passed"));
    node.put("duration", test.duration().toMillis()).put("suite", suite.name());
    test.result().ifPresent(result -> result(node, result));
  }

  private static void result(ObjectNode node, Result result) {
    if (!result.type().isEmpty()) {
      node.put("rawStatus", result.type());
    }
    if (!result.message().isEmpty()) {
      node.put("message", Sanitizer.line(result.message()));
    }
    if (!result.text().isEmpty()) {
      node.put("trace", Sanitizer.lines(result.text()));
    }
  }

  private static String status(Result result) {
    return switch (result.element()) {
      case "failure" -> "failed";
      case "error" -> "other";
      case "skipped" -> "skipped";
      default -> "passed";
    };
  }
}
