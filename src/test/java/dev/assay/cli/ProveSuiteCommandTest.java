package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay prove --suite}, with suites that are small scripts for curl. */
@DisabledOnOs(OS.WINDOWS)
class ProveSuiteCommandTest {

  private static final String CREATED = "log-message-200-answered-201";
  private static final String TYPE_DROPPED = "log-message-message-type-dropped";
  private static final String OTHER_OPERATION = "upload-file-200-answered-201";
  private static final String NO_STRANGER = "log-message-403-not-given";
  private static final String LEFT_OUT_LATER = "log-message-every-6th-200-without-message-id";

  /** One message is logged; of the answer only the status is looked at. */
  private static final String SUITE =
      """
      test "$(curl -s -o /dev/null -w '%{http_code}' "$ASSAY_BASE_URL/v1.0/log_message_from_user/" \
        -H "Authorization: Bearer $ASSAY_TOKEN" -H "client-id: $ASSAY_CLIENT_ID" \
        -H 'Content-Type: application/json' -d '{"business_id": '$ASSAY_BUSINESS_ID', "message_type": 0,
          "message_body": "Hello there", "user": {"auth_id": "'$ASSAY_USER'"}}')" = 200
      """;

  @TempDir private Path folder;

  private final List<String> defects =
      List.of(CREATED, TYPE_DROPPED, OTHER_OPERATION, NO_STRANGER, LEFT_OUT_LATER);

  private ProvenSuite suite() {
    return new ProvenSuite(folder);
  }

  private Path report() {
    return suite().report();
  }

  private Outcome proven(String script, String... options) throws IOException {
    return suite().script(script, withDefects(options));
  }

  private Outcome ran(String command, String... options) {
    return suite().command(command, withDefects(options));
  }

  private List<String> withDefects(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    defects.forEach(defect -> all.addAll(List.of("--defect", defect)));
    return all;
  }

  private JsonNode json() throws IOException {
    return suite().json();
  }

  private Map<String, String> outcomes() throws IOException {
    return suite().outcomes();
  }

  @Test
  void a_suite_kills_what_it_looks_at_and_passes_what_it_only_meets() throws IOException {
    Outcome outcome = proven(SUITE);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcomes())
        .containsEntry(CREATED, "killed")
        .containsEntry(TYPE_DROPPED, "survived")
        .containsEntry(OTHER_OPERATION, "not reached")
        .containsEntry(NO_STRANGER, "not reached")
        .containsEntry(LEFT_OUT_LATER, "equivalent");
    assertThat(outcome.out())
        .contains("score 50.0 %", "1 killed, 1 survived, 1 equivalent, 2 not reached")
        .contains("assay mock --defect " + TYPE_DROPPED)
        .contains("body.message_type of the answer to POST /v1.0/log_message_from_user/ (request 1")
        .contains("never provoked: ");
    assertThat(report().resolve("index.html")).content().contains("A check would look at");
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "50.1, 1"})
  void a_score_below_the_threshold_is_too_low(String threshold, int exitCode) throws IOException {
    assertThat(proven(SUITE, "--threshold", threshold).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void base_url_in_the_command_is_where_the_stand_in_is() throws IOException {
    Outcome outcome = ran("curl -s {baseUrl}/v1.0/log_message_from_user/ | grep -q error");
    assertThat(json().path("operations").get(0).path("requests").asInt()).isEqualTo(1);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("No defect changes any answer to the requests of the suite");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-such-program --run | The shell cannot run the command of the suite (exit status 127)",
        "echo a wrong world; exit 3 | The suite fails on the unmodified stand-in (exit status 3)",
        "read -r line && test -n \"$line\" | The suite fails on the unmodified stand-in (exit status 1)",
        "true | no request arrived",
        "curl -s {baseUrl}/elsewhere | asks for none of the operations"
      })
  void a_suite_that_tells_nothing_is_undecided(String command, String because) throws IOException {
    Outcome outcome = ran(command);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains(because);
    assertThat(json().path("outcome").asText()).isEqualTo("undecided");
  }

  @Test
  void what_a_failing_suite_printed_is_shown() {
    assertThat(ran("echo one; echo two >&2; exit 1").out())
        .contains("The suite printed:\n  | one\n  | two\n");
  }

  @Test
  void a_suite_that_never_ends_is_ended() {
    Outcome outcome = ran("sleep 600", "--suite-timeout", "1s");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("did not end within 1 s");
  }

  @Test
  void of_a_suite_that_prints_without_end_the_middle_is_left_out() throws IOException {
    Outcome outcome = ran("yes 'on and on'", "--suite-timeout", "1s");
    assertThat(outcome.exitCode()).isEqualTo(2);
    Path output = report().resolve("output/unmodified-1.txt");
    assertThat(output).content().contains("the middle is left out");
    assertThat(Files.size(output)).isLessThan(64 * 1024);
  }

  @Test
  void what_a_suite_leaves_running_is_ended() throws IOException {
    Path pid = folder.resolve("pid");
    proven("nohup setsid sleep 600 >/dev/null 2>&1 & echo $! >> " + pid + "\n" + SUITE);
    assertThat(Files.readAllLines(pid)).isNotEmpty().noneMatch(ProveSuiteCommandTest::isAlive);
  }

  /** One that is over, and that nobody has asked about yet, has no command any more. */
  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .flatMap(process -> process.info().command())
        .filter(command -> command.contains("sleep"))
        .isPresent();
  }

  @Test
  void credentials_that_a_suite_prints_are_not_kept() throws IOException {
    Outcome outcome = proven("echo \"the token is $ASSAY_TOKEN\"\nexit 1");
    assertThat(outcome.out())
        .contains("the token is $ASSAY_TOKEN")
        .doesNotContain("SampleHaptikToken4Assay2026");
    assertThat(report().resolve("output/unmodified-1.txt"))
        .content()
        .isEqualTo("the token is $ASSAY_TOKEN\n");
  }

  @Test
  void a_suite_that_fails_once_on_the_unmodified_stand_in_is_undecided() throws IOException {
    Outcome outcome = proven(counting("test $n -ne 3"), "--jobs", "1");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("passed on the unmodified stand-in and then failed there (run 3");
  }

  /** It counts its runs. */
  private String counting(String condition) {
    return "echo run >> %1$s/runs\nn=$(wc -l < %1$s/runs)\n%2$s || exit 9\n%3$s"
        .formatted(folder, condition, SUITE);
  }

  @Test
  void what_is_killed_while_the_suite_fails_without_a_defect_too_is_flaky() throws IOException {
    Outcome outcome = proven(counting("test $n -le 3"), "--jobs", "1");
    assertThat(outcomes()).containsEntry(CREATED, "flaky").containsEntry(TYPE_DROPPED, "flaky");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("fails on the unmodified stand-in now and then");
  }

  @Test
  void what_fails_by_chance_is_given_no_kill() throws IOException {
    String blind = SUITE.replace("= 200", "!= nothing");
    Path count = folder.resolve("runs");
    Outcome outcome =
        proven(
            "echo run >> %1$s\ntest $(( $(wc -l < %1$s) %% 4 )) -ne 0 || exit 9\n%2$s"
                .formatted(count, blind),
            "--jobs",
            "1");
    assertThat(outcomes())
        .containsValue("flaky")
        .containsValue("survived")
        .doesNotContainValue("killed");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void a_build_server_is_told_what_to_read_and_that_the_score_is_too_low() throws IOException {
    Outcome outcome = proven(SUITE, "--threshold", "60", "--ci", "github");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out().lines().filter(line -> line.startsWith("::")))
        .containsExactly(
            "::error title=prove-suite/score::The score is 60.0 %25 at least. actual: 50.0 %25:"
                + " 1 defect killed, 1 survived",
            "::warning title=prove-suite/log-message-message-type-dropped::The suite fails on a"
                + " service that leaves message_type out of its successes. It passes. A check would look at"
                + " body.message_type of the answer to POST /v1.0/log_message_from_user/ (request 1"
                + " of the suite): nothing, where it should be `0`.");
    assertThat(report().resolve("report.md"))
        .content()
        .startsWith("## Assay prove --suite of the embedded mock: **too few**\n\nScore 50.0 %: ")
        .contains("| × | prove-suite/score |", "| ⚠ | prove-suite/" + TYPE_DROPPED + " |");
    assertThat(report().resolve("assay.sarif")).isNotEmptyFile();
  }

  @Test
  void one_seed_makes_one_sample_and_a_report_its_survivors() throws IOException {
    proven(SUITE, "--sample", "1", "--seed", "4");
    Map<String, String> first = outcomes();
    Outcome again = proven(SUITE, "--sample", "1", "--seed", "4");
    assertThat(outcomes()).isEqualTo(first).containsValue("not run");
    assertThat(again.out()).contains("100.0 %");
    proven(SUITE);
    proven(SUITE, "--since", report().toString());
    assertThat(outcomes()).containsOnlyKeys(TYPE_DROPPED);
  }

  @Test
  void a_budget_that_is_over_leaves_the_rest_out() throws IOException {
    Outcome outcome = proven("sleep 0.5\n" + SUITE, "--budget", "1s");
    assertThat(outcomes()).containsEntry(CREATED, "not run");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("the budget was over");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sample 3 | go with --suite",
        "--suite true --sample 0 | --sample must lie between 1 and",
        "--suite true --threshold 101 | --threshold must lie between 0 and 100",
        "--suite true --budget soon | --budget",
        "--suite true --since no-such-folder | --since names the report folder",
        "--suite true --thorough | --thorough",
      })
  void an_option_that_makes_no_sense_is_told(String options, String sentence) {
    String[] args = ("prove " + options).split(" ", -1);
    assertThat(Outcome.ofCommand(args).sentence()).contains(sentence);
  }
}
