package dev.assay.report.ci;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Findings as GitLab's code quality report; each needs a file, even where none is to blame. */
public record CodeQuality(CiReport report) {

  private static final String NO_FILE = ".gitlab-ci.yml";

  /** The whole document. */
  public ArrayNode document() {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    String target = report.head().path("target").asText();
    for (CiFinding finding : report.findings()) {
      String text = finding.says() + " " + finding.message();
      String same = target + " " + finding.rule();
      findings
          .addObject()
          .put("description", text)
          .put("check_name", finding.rule())
          .put(
              "fingerprint",
              CiPath.fingerprint(finding.file().isPresent() ? same : same + " " + text))
          .put("severity", finding.severity().gitlab())
          .putObject("location")
          .put("path", finding.file().orElse(NO_FILE))
          .putObject("lines")
          .put("begin", finding.line());
    }
    return findings;
  }
}
