package dev.assay.report.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.compare.cutover.Cutover;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import dev.assay.report.SampleCutover;
import dev.assay.report.SampleRun;
import dev.assay.report.json.ContractJson;
import dev.assay.report.json.JsonText;
import dev.assay.report.page.PageContent;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

  @TempDir private Path reports;

  private Path run(String target, Instant startedAt, CaseResult... cases) throws Exception {
    Run made = SampleRun.run(List.of(cases), List.of(), false);
    Run run =
        new Run(at(startedAt, target), made.documented(), made.cases(), made.problems(), false);
    ReportFolder folder = ReportFolder.forRun(reports, target, startedAt);
    folder.write(Report.of(run));
    folder.write(PageContent.of("assay contract", run));
    return folder.path();
  }

  private static RunInfo at(Instant startedAt, String target) {
    return new RunInfo(
        "0.1.0", target, startedAt, Duration.ZERO, false, OptionalLong.empty(), List.of());
  }

  @Test
  void tells_what_changed_since_the_run_before_of_the_same_target() throws Exception {
    run("staging", SampleRun.START, SampleRun.passed());
    run("other", SampleRun.START.plusSeconds(60), SampleRun.failed());
    run("staging", SampleRun.START.plusSeconds(120), SampleRun.passed(), SampleRun.warned());
    run("staging", SampleRun.START.plusSeconds(180), SampleRun.passed(), SampleRun.observed());
    History history = History.in(reports);
    assertThat(history.runs())
        .extracting(PastRun::target)
        .containsExactly("staging", "other", "staging", "staging");
    assertThat(history.changes(history.runs().get(0))).isEmpty();
    assertThat(history.changes(history.runs().get(1))).isEmpty();
    assertThat(history.changes(history.runs().get(3)))
        .contains(List.of("log-message/request/odd-member was WARN and is INFO"));
  }

  @Test
  void the_page_links_to_the_run_before_and_tells_what_changed() throws Exception {
    run("staging", SampleRun.START, SampleRun.passed(), SampleRun.observed());
    Path later =
        run("staging", SampleRun.START.plusSeconds(9), SampleRun.passed(), SampleRun.warned());
    assertThat(Files.readString(later.resolve("index.html")))
        .contains("href=\"../staging-20261120T101530Z/index.html\"")
        .contains("log-message/request/odd-member was INFO and is WARN");
  }

  @Test
  void tells_what_changed_since_the_cutover_before_of_the_same_two() throws Exception {
    cutover(SampleCutover.go(), SampleRun.START);
    Path later = cutover(SampleCutover.noGo(), SampleRun.START.plusSeconds(9));
    History history = History.in(reports);
    assertThat(history.runs()).extracting(PastRun::command).containsExactly("cutover", "cutover");
    assertThat(history.changes(history.runs().get(1)).orElseThrow())
        .contains(
            "the outcome was go and is no-go",
            "log-message/401/missing-header was not decided and is regressed",
            "upload-file/404/user was not decided and is both wrong");
    assertThat(History.before(later)).isPresent();
  }

  @Test
  void tells_what_changed_since_the_same_suite_was_proven_before() throws Exception {
    suite("sh suite.sh", "2026-01-02T03:04:05Z", "survived");
    suite("sh another.sh", "2026-01-02T03:05:05Z", "survived");
    suite("sh suite.sh", "2026-01-02T03:06:05Z", "killed");
    History history = History.in(reports);
    assertThat(history.changes(history.runs().get(1))).isEmpty();
    assertThat(history.changes(history.runs().get(2)))
        .contains(List.of("log-message-200-answered-201 was survived and is killed"));
  }

  private void suite(String command, String startedAt, String outcome) throws Exception {
    Files.writeString(
        Files.createTempDirectory(reports, "suite").resolve("prove-suite.json"),
        """
        {"target": "the embedded mock", "command": "%s", "startedAt": "%s", "outcome": "measured",
         "defects": [{"id": "log-message-200-answered-201", "outcome": "%s"}], "variants": []}
        """
            .formatted(command, startedAt, outcome));
  }

  private Path cutover(Cutover cutover, Instant startedAt) throws Exception {
    ReportFolder folder = ReportFolder.forRun(reports, "old-to-new", startedAt);
    folder.write(Report.of(cutover));
    Path json = folder.path().resolve("cutover.json");
    String began = cutover.info().startedAt().toString();
    Files.writeString(json, Files.readString(json).replace(began, startedAt.toString()));
    return folder.path();
  }

  @ParameterizedTest
  @MethodSource
  void a_run_that_cannot_be_read_says_so_and_is_left_out(String text, String why) throws Exception {
    run("staging", SampleRun.START, SampleRun.passed());
    Path old = Files.createTempDirectory(reports, "old");
    Files.writeString(old.resolve("contract.json"), text);
    Files.createDirectory(reports.resolve("notes"));
    History history = History.in(reports);
    assertThat(history.runs()).hasSize(1);
    assertThat(history.unreadable())
        .containsExactly(old + " is left out, because it cannot be read: " + why);
  }

  static Stream<Arguments> a_run_that_cannot_be_read_says_so_and_is_left_out() {
    String whole = JsonText.pretty(ContractJson.of(SampleRun.everyOutcome()));
    String cutOff = "contract.json is no JSON, or not all of it";
    String noList = "contract.json has no list of clauses";
    return Stream.of(
        arguments("", "contract.json is no JSON object"),
        arguments("[]", "contract.json is no JSON object"),
        arguments("<html>", cutOff),
        arguments(whole.substring(0, whole.indexOf("\"strict\"")), cutOff),
        arguments(whole.substring(0, whole.length() / 2), cutOff),
        arguments(whole.substring(0, whole.lastIndexOf('}')), cutOff),
        arguments(whole + whole, "contract.json goes on after its end"),
        arguments("{\"when\": 1}", noList),
        arguments(whole.replace("\"clauses\": [", "\"clauses\": 1, \"c\": ["), noList),
        arguments(
            whole.replace("\"clauses\": [", "\"clauses\": [1,"),
            "contract.json has another list of clauses"),
        arguments(whole.replace("\"target\"", "\"t\""), "it does not say its target"),
        arguments(
            whole.replace("\"startedAt\": \"2", "\"startedAt\": \"x2"),
            "its startedAt is no time"));
  }

  @Test
  void a_gate_of_which_one_part_is_cut_off_is_not_as_before() throws Exception {
    for (int i = 0; i < 2; i++) {
      Instant start = SampleRun.START.plusSeconds(i);
      Run run = SampleRun.everyOutcome();
      ReportFolder folder = ReportFolder.forRun(reports, run.info().target(), start);
      folder.write(Report.of(run));
      folder.write(Report.of(new Gate(at(start, "staging"), List.of(GatePart.of(run)))));
    }
    assertThat(History.in(reports).runs()).hasSize(2);
    Path later = History.in(reports).runs().get(1).folder();
    Files.writeString(later.resolve("contract.json"), "{\"outcome\": \"conforms\",");
    assertThat(History.in(reports).runs()).hasSize(1);
    assertThat(History.in(reports).unreadable())
        .containsExactly(
            later
                + " is left out, because it cannot be read:"
                + " contract.json is no JSON, or not all of it");
  }

  @Test
  void a_folder_that_is_not_there_is_told_in_one_sentence() {
    Path nowhere = reports.resolve("nowhere");
    assertThatThrownBy(() -> History.in(nowhere))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The runs cannot be listed: %s: there is no such place. Name the folder that holds them."
                .formatted(nowhere));
  }

  private void cutover(String name, int second, String clauses) throws Exception {
    Path folder = Files.createDirectories(reports.resolve(name));
    Files.writeString(
        folder.resolve("cutover.json"),
        """
        {"target": "a to b", "startedAt": "2026-11-20T10:15:0%dZ", "outcome": "shadowed", "clauses": %s}
        """
            .formatted(second, clauses));
  }

  @Test
  void words_of_a_newer_edition_are_told_as_they_stand_and_other_shapes_are_unreadable()
      throws Exception {
    cutover("one", 1, "[{\"id\": \"a/b\", \"relation\": \"same\"}]");
    cutover("two", 2, "[{\"id\": \"a/b\", \"relation\": \"shadowed\"}]");
    cutover("three", 3, "[{\"id\": \"a/b\", \"relation\": null}, {}]");
    cutover("four", 4, "[{\"id\": 7, \"relation\": {\"is\": [1]}}]");
    cutover("five", 5, "[{\"id\": \"a/b\", \"relation\": \"same\"}, 7, \"x\"]");
    cutover("six", 6, "{\"a/b\": \"same\"}");
    History history = History.in(reports);
    assertThat(history.runs()).hasSize(4).extracting(PastRun::outcome).containsOnly("shadowed");
    assertThat(history.changes(history.runs().get(1)))
        .contains(List.of("a/b was same and is shadowed"));
    assertThat(history.changes(history.runs().get(2)))
        .contains(List.of("a/b was shadowed and is not decided"));
    assertThat(history.changes(history.runs().get(3))).isPresent();
    assertThat(history.unreadable())
        .hasSize(2)
        .allMatch(told -> told.contains("cannot be read: cutover.json has "));
  }
}
