package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay prove --suite --contract}: a small suite for a small contract of somebody's. */
@DisabledOnOs(OS.WINDOWS)
class ProveSuiteOfContractTest {

  private static final String CONTRACT = "src/test/resources/derived/tasks.yaml";

  /** It looks at both statuses, at whether there is an id, and at where the answer ends. */
  private static final String SUITE =
      """
      add() {
        curl -s -w ' %{http_code}' "$ASSAY_BASE_URL/tasks" -H "X-Key: $1" \\
          -H 'Content-Type: application/json' -d '{"title": "Water the plants"}'
      }
      case $(add "$ASSAY_TOKEN") in *'"id":'*'} 201') ;; *) exit 1 ;; esac
      case $(add "not-$ASSAY_TOKEN") in *' 401') ;; *) exit 1 ;; esac
      """;

  private static final List<String> SURVIVORS =
      List.of(
          "add-task-201-id-null",
          "add-task-201-id-of-another-type",
          "add-task-201-id-too-small",
          "add-task-201-title-null",
          "add-task-201-title-of-another-type",
          "add-task-201-without-title",
          "add-task-labelled-text-html");

  @TempDir private Path folder;
  private ProvenSuite suite;

  @BeforeEach
  void suite() {
    suite = new ProvenSuite(folder);
  }

  private Outcome proven(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--contract", CONTRACT));
    all.addAll(List.of(options));
    return suite.script(SUITE, all);
  }

  private List<String> that(String outcome) throws IOException {
    return suite.outcomes().entrySet().stream()
        .filter(each -> each.getValue().equals(outcome))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  @Test
  void it_kills_what_it_looks_at_and_the_rest_is_to_be_read() throws IOException {
    Outcome outcome = proven();
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(that("survived")).containsExactlyElementsOf(SURVIVORS);
    assertThat(that("killed"))
        .containsExactly(
            "add-task-201-answered-200",
            "add-task-201-answered-202",
            "add-task-201-answered-204",
            "add-task-201-answered-404",
            "add-task-201-null",
            "add-task-201-of-another-type",
            "add-task-201-without-id",
            "add-task-body-as-text",
            "add-task-body-cut-off",
            "add-task-body-empty",
            "add-task-body-in-an-array",
            "add-task-credentials-not-asked-for",
            "add-task-credentials-not-compared",
            "add-task-refused-without-done");
    assertThat(that("equivalent"))
        .containsExactly("add-task-refused-title-as-long-as-may-be", "add-task-refused-with-done");
    assertThat(suite.outcomes("variants"))
        .containsEntry("add-task-pretty-printed", "false alarm")
        .containsEntry("add-task-blanks-around", "false alarm")
        .containsEntry("add-task-other-values", "quiet");
    assertThat(outcome.out())
        .contains("derived stand-in: shows that checks can fail")
        .contains("asked in a run: 201 × 1, 401 × 1")
        .contains("A check would look at body.title of the answer to POST /tasks (request 1 ")
        .contains("No check should mind the body of the answer to POST /tasks (request 1 ")
        .contains("assay mock --defect add-task-labelled-text-html --contract " + CONTRACT);
  }

  @Test
  void one_seed_makes_one_matrix_and_what_survived_is_tried_again_by_itself() throws IOException {
    Map<String, String> whole = allOf("--seed", "7");
    assertThat(allOf("--seed", "7", "--jobs", "1")).isEqualTo(whole);
    Path earlier = Path.of(suite.report() + "-earlier");
    Files.move(suite.report(), earlier);
    Outcome again = proven("--since", earlier.toString());
    assertThat(suite.outcomes().keySet()).containsExactlyElementsOf(SURVIVORS);
    assertThat(again.out()).contains("score 0.0 %");
  }

  private Map<String, String> allOf(String... options) throws IOException {
    proven(options);
    Map<String, String> all = suite.outcomes();
    all.putAll(suite.outcomes("variants"));
    return all;
  }

  @Test
  void a_sample_says_between_which_scores_that_of_all_lies() throws IOException {
    Map<String, String> first = allOf("--sample", "6", "--seed", "3");
    assertThat(allOf("--sample", "6", "--seed", "3")).isEqualTo(first);
    assertThat(that("not run")).hasSize(15);
    assertThat(suite.json().path("estimate").asBoolean()).isTrue();
    double share = suite.json().at("/score/share").asDouble();
    assertThat(suite.json().at("/score/low").asDouble()).isLessThan(share);
    assertThat(suite.json().at("/score/high").asDouble()).isGreaterThan(share);
  }

  @ParameterizedTest
  @CsvSource({"66, 0", "67, 1"})
  void a_threshold_makes_a_verdict(String percent, int exitCode) throws IOException {
    assertThat(proven("--threshold", percent).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void a_suite_that_fails_by_itself_is_undecided_whatever_the_threshold() {
    Outcome outcome = suite.command("exit 3", List.of("--contract", CONTRACT, "--threshold", "0"));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("It is told ASSAY_BASE_URL, ASSAY_TOKEN.");
  }
}
