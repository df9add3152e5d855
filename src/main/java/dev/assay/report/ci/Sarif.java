package dev.assay.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Findings as SARIF 2.1.0 (OASIS), which code scanning shows at the line of the contract. What has
 * no place in a file is a notification of the invocation, for a result without a location is
 * refused there.
 */
public record Sarif(CiReport report) {

  /** The whole document. */
  public ObjectNode document() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    JsonNode tool = report.head().path("tool");
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", tool.path("name").asText());
    driver.put("version", tool.path("version").asText());
    rules(driver.putArray("rules"));
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", !report.head().path("partial").asBoolean());
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    ArrayNode results = run.putArray("results");
    for (CiFinding finding : report.findings()) {
      if (finding.file().isPresent()) {
        result(results.addObject(), finding, finding.file().get());
      } else {
        told(notifications.addObject(), finding);
      }
    }
    run.putObject("automationDetails")
        .put("id", "assay/%s/%s/".formatted(report.command(), target()));
    return root;
  }

  private String target() {
    return report.head().path("target").asText();
  }

  private void rules(ArrayNode rules) {
    Map<String, CiFinding> byRule = new LinkedHashMap<>();
    report.findings().stream()
        .filter(finding -> finding.file().isPresent())
        .forEach(finding -> byRule.putIfAbsent(finding.rule(), finding));
    byRule.forEach(
        (rule, finding) ->
            rules
                .addObject()
                .put("id", rule)
                .putObject("shortDescription")
                .put("text", finding.says()));
  }

  private void result(ObjectNode result, CiFinding finding, String file) {
    told(result.put("ruleId", finding.rule()), finding);
    ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", CiPath.uri(file));
    physical.putObject("region").put("startLine", finding.line());
    result
        .putObject("partialFingerprints")
        .put("assayClause/v1", CiPath.fingerprint(target() + " " + finding.rule()));
  }

  private static void told(ObjectNode node, CiFinding finding) {
    node.put("level", finding.severity().sarif());
    node.putObject("message").put("text", finding.says() + " " + finding.message());
  }
}
