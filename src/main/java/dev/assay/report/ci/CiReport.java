package dev.assay.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build server is told of a run: no more than the JSON of the run says.
 *
 * @param command that ran
 * @param head the JSON of that command
 * @param findings the most serious first
 * @param changes since the run before, in sentences; empty if none is known
 */
public record CiReport(
    String command, JsonNode head, List<CiFinding> findings, Optional<List<String>> changes) {

  private static final int MOST_SHOWN = 50;
  private static final int MOST_ANNOTATIONS = 10;

  /**
   * Gathers it.
   *
   * @param files what each command wrote, by its name; that of the command itself first
   */
  public static CiReport of(Map<String, JsonNode> files, Optional<List<String>> changes) {
    List<CiFinding> findings = new ArrayList<>();
    files.forEach((command, json) -> findings.addAll(new RunFindings(json).of(command)));
    findings.sort(Comparator.comparing(CiFinding::severity));
    Map.Entry<String, JsonNode> own = files.entrySet().iterator().next();
    return new CiReport(own.getKey(), own.getValue(), List.copyOf(findings), changes);
  }

  /** {@code report.md}: the text of a comment, or of the summary of a job. */
  public String markdown() {
    Map<String, Object> model = new HashMap<>();
    model.put("command", command.replace("prove-suite", "prove --suite"));
    model.put("score", command.equals("prove-suite") ? new SuiteFindings(head).score() : "");
    model.put("target", head.path("target").asText());
    model.put("outcome", head.path("outcome").asText());
    model.put("partial", head.path("partial").asBoolean());
    model.put("version", head.path("tool").path("version").asText());
    model.put("startedAt", head.path("startedAt").asText());
    List<Map<String, String>> parts = new ArrayList<>();
    head.path("parts")
        .forEach(part -> parts.add(row("answer", part, "name", "outcome", "because")));
    model.put("parts", parts);
    model.put("findings", findings.stream().limit(MOST_SHOWN).map(CiReport::row).toList());
    model.put("more", Math.max(0, findings.size() - MOST_SHOWN));
    model.put("compared", changes.isPresent());
    model.put("changes", changes.orElse(List.of()).stream().limit(MOST_SHOWN).toList());
    return Template.ofMarkdown().fill("report", model);
  }

  private static Map<String, String> row(String first, JsonNode node, String... names) {
    Map<String, String> row = new HashMap<>();
    Stream.concat(Stream.of(first), Stream.of(names))
        .forEach(name -> row.put(name, cell(node.path(name).asText())));
    return row;
  }

  private static Map<String, String> row(CiFinding finding) {
    return Map.of(
        "symbol", finding.severity().symbol(),
        "rule", cell(finding.rule()),
        "says", cell(finding.says()),
        "message", cell(finding.message()));
  }

  /** No bar may end a cell of a table. */
  private static String cell(String text) {
    return Sanitizer.line(text, 300).replace('|', '¦');
  }

  /** Commands that GitHub turns into annotations: of each kind as many as it shows. */
  public List<String> annotations() {
    List<String> lines = new ArrayList<>();
    for (String kind : List.of("error", "warning")) {
      findings.stream()
          .filter(finding -> finding.severity().annotation().equals(kind))
          .limit(MOST_ANNOTATIONS)
          .map(CiReport::annotation)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String annotation(CiFinding finding) {
    String place =
        finding
            .file()
            .map(file -> "file=" + property(file) + ",line=" + finding.line() + ",")
            .orElse("");
    return "::%s %stitle=%s::%s"
        .formatted(
            finding.severity().annotation(),
            place,
            property(finding.rule()),
            data(finding.says() + " " + finding.message()));
  }

  private static String data(String text) {
    return Sanitizer.line(text, 600).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
