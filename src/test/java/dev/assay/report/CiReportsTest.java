package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.ci.CiSystem;
import dev.assay.report.ci.Ctrf;
import dev.assay.report.json.JsonText;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiReportsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  /** What a contract run wrote, whose clauses stand in a contract in the folder of the build. */
  private Path written(Run run) throws IOException {
    ObjectNode json = Report.of(run).json();
    int line = 40;
    for (JsonNode clause : json.path("clauses")) {
      ((ObjectNode) clause).put("at", "api/shop contract.yaml, line " + line++);
    }
    Path report = Files.createDirectories(folder.resolve("now"));
    Files.writeString(report.resolve("contract.json"), JsonText.pretty(json));
    return report;
  }

  private List<String> told(CiSystem system, Path report) {
    return new CiReports(report).write(system, List.of("contract"));
  }

  @Test
  void github_gets_annotations_at_the_line_of_the_contract_the_most_serious_first()
      throws IOException {
    List<String> lines = told(CiSystem.GITHUB, written(SampleRun.everyOutcome()));
    new Golden("ci/annotations.txt").matches(String.join("\n", lines) + "\n");
  }

  @Test
  void github_gets_sarif() throws IOException {
    Path report = written(SampleRun.everyOutcome());
    told(CiSystem.GITHUB, report);
    new Golden("ci/assay.sarif").matches(Files.readString(report.resolve("assay.sarif")));
  }

  @Test
  void gitlab_gets_code_quality() throws IOException {
    Path report = written(SampleRun.everyOutcome());
    assertThat(told(CiSystem.GITLAB, report)).isEmpty();
    new Golden("ci/gl-code-quality.json")
        .matches(Files.readString(report.resolve("gl-code-quality.json")));
  }

  @Test
  void the_comment_lists_findings_and_what_changed_since_the_run_before_by_clause()
      throws IOException {
    Path before = Files.createDirectories(folder.resolve("before"));
    ObjectNode earlier = Report.of(SampleRun.everyOutcome()).json();
    earlier.put("startedAt", "2026-11-19T10:00:00Z");
    ((ObjectNode) earlier.path("clauses").path(0)).put("outcome", "FAIL");
    Files.writeString(before.resolve("contract.json"), JsonText.pretty(earlier));
    Path report = written(SampleRun.everyOutcome());
    told(CiSystem.JENKINS, report);
    new Golden("ci/report.md").matches(Files.readString(report.resolve("report.md")));
  }

  @Test
  void every_run_is_told_in_ctrf_with_the_counts_of_its_tests() throws IOException {
    String ctrf = Ctrf.of(SampleRun.everyOutcome());
    new Golden("ci/contract.ctrf.json").matches(ctrf);
    JsonNode results = JSON.readTree(ctrf).path("results");
    int all = 0;
    for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
      all += results.path("summary").path(status).asInt();
    }
    assertThat(results.path("tests").size()).isEqualTo(all);
    assertThat(results.path("summary").path("tests").asInt()).isEqualTo(all);
  }

  @Test
  void no_answer_can_be_a_command_a_cell_or_markup_of_its_own() throws IOException {
    String hostile = "a\n::error::owned %0A::add-mask::x | <img src=x> [a](javascript:b) `";
    RecordedExchange exchange = SampleRun.exchange(200, hostile);
    Verdict verdict =
        new Verdict(SampleRun.LOGGED, Outcome.FAIL, "status 200", hostile, Optional.of(exchange));
    Run run =
        SampleRun.run(
            List.of(SampleRun.result("log-message/x", "x", List.of(verdict), exchange)),
            List.of(),
            false);
    Path report = written(run);
    assertThat(told(CiSystem.GITHUB, report))
        .singleElement()
        .asString()
        .startsWith("::error file=")
        .doesNotContain("\n", "%0A::")
        .contains("%250A::");
    assertThat(Files.readString(report.resolve("report.md")))
        .doesNotContain("<img", " | <", " [a](")
        .contains("&lt;img", "\\[a](");
  }

  @Test
  void without_a_build_server_nothing_is_told() throws IOException {
    Path report = written(SampleRun.everyOutcome());
    assertThat(told(CiSystem.NONE, report)).isEmpty();
    assertThat(report).isDirectoryNotContaining("glob:**report.md");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, true, GITHUB",
    "GITLAB_CI, true, GITLAB",
    "JENKINS_URL, https://ci.example.com/, JENKINS",
    "GITHUB_ACTIONS, '', NONE",
    "CI, true, NONE"
  })
  void the_build_server_is_the_one_that_the_environment_shows(
      String name, String value, CiSystem system) {
    assertThat(CiSystem.in(Map.of(name, value))).isEqualTo(system);
  }
}
