package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.AssayProcess.Launch;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.defect.Defects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build server is told by a command. */
class CiCommandTest {

  private static final Mutant DEFECT =
      Defects.all().stream()
          .filter(each -> each.id().equals("log-message-200-answered-201"))
          .findFirst()
          .orElseThrow();

  @TempDir private Path folder;

  @Test
  void a_broken_clause_is_shown_at_its_line_of_the_contract() throws Exception {
    try (MockServer mock = MockServer.start(0, TestAccounts.sample(), List.of(DEFECT))) {
      String target = TargetFile.haptik(folder, mock.baseUri(), 10).toString();
      Outcome outcome =
          Outcome.of(
              folder, "--target", target, "--select", "log-message/200/plain", "--ci", "github");
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
      String annotation =
          outcome.out().lines().filter(line -> line.startsWith("::error ")).findFirst().get();
      assertThat(annotation)
          .startsWith("::error file=contracts/haptik.openapi.yaml,line=")
          .contains(",title=log-message/200/status::", "actual: status 201");
      int line = Integer.parseInt(annotation.replaceAll(".*,line=(\\d+),.*", "$1"));
      assertThat(Files.readAllLines(Path.of("contracts/haptik.openapi.yaml")).get(line - 1))
          .contains("id: log-message/200/status");
      JsonNode result =
          new JsonMapper().readTree(folder.resolve("assay.sarif").toFile()).at("/runs/0/results/0");
      assertThat(result.path("ruleId").asText()).isEqualTo("log-message/200/status");
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
          .isEqualTo(line);
      assertThat(folder.resolve("report.md")).content().contains("| × | log-message/200/status |");
    }
  }

  @Test
  void on_github_the_summary_of_the_job_is_added_to() throws Exception {
    Path summary = Files.writeString(folder.resolve("summary.md"), "Before.\n");
    Path report = folder.resolve("report");
    Map<String, String> github =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
    try (AssayProcess assay =
        Launch.in(folder)
            .with(github)
            .start("contract", "--select", "log-message/401", "--report", report.toString())) {
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isZero();
    }
    assertThat(summary)
        .content()
        .isEqualTo("Before.\n" + Files.readString(report.resolve("report.md")));
    Files.createDirectory(folder.resolve("taken"));
    Map<String, String> wrong =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", folder.resolve("taken").toString());
    try (AssayProcess assay =
        Launch.in(folder)
            .with(wrong)
            .start("contract", "--select", "log-message/401", "--report", report.toString())) {
      assertThat(assay.exitCode()).isEqualTo(2);
      assertThat(assay.err())
          .startsWith("assay: the summary of the job, which GITHUB_STEP_SUMMARY names, cannot be");
    }
  }

  @Test
  void without_a_build_server_there_is_none_of_it() {
    Outcome outcome = Outcome.of(folder, "--select", "log-message/401", "--ci", "none");
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(folder).isDirectoryNotContaining("glob:**/{report.md,assay.sarif}");
    assertThat(folder.resolve("contract.ctrf.json")).isNotEmptyFile();
  }

  @Test
  void an_unknown_build_server_is_an_error_that_names_those_that_there_are() {
    Outcome outcome = Outcome.of(folder, "--ci", "travis");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--ci", "GITHUB", "JENKINS", "travis");
  }
}
