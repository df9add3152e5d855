package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.cutover.Cutover;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @TempDir private Path reports;

  private Path run(String target, Instant startedAt, CaseResult... cases) throws Exception {
    Run made = SampleRun.run(List.of(cases), List.of(), false);
    Run run =
        new Run(
            target,
            made.version(),
            startedAt,
            made.duration(),
            made.ledger(),
            made.cases(),
            made.problems(),
            false);
    ReportFolder folder = ReportFolder.forRun(reports, target, startedAt);
    folder.write(run);
    folder.write(PageContent.of("assay contract", run));
    return folder.path();
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

  private Path cutover(Cutover cutover, Instant startedAt) throws Exception {
    ReportFolder folder = ReportFolder.forRun(reports, "old-to-new", startedAt);
    folder.write(cutover);
    Path json = folder.path().resolve("cutover.json");
    String began = cutover.startedAt().toString();
    Files.writeString(json, Files.readString(json).replace(began, startedAt.toString()));
    return folder.path();
  }

  @Test
  void a_run_of_another_format_is_told_in_one_sentence_and_left_out() throws Exception {
    run("staging", SampleRun.START, SampleRun.passed());
    for (String text :
        List.of(
            "[]",
            "{\"when\": 1}",
            "<html>",
            "",
            "{\"target\":\"x\",\"startedAt\":\"y\",\"outcome\":\"z\"}")) {
      Path old = Files.createTempDirectory(reports, "old");
      Files.writeString(old.resolve("contract.json"), text);
    }
    Files.createDirectory(reports.resolve("notes"));
    History history = History.in(reports);
    assertThat(history.runs()).hasSize(1);
    assertThat(history.unreadable())
        .hasSize(5)
        .allMatch(told -> told.endsWith("holds a run of another format, which is left out"));
  }

  @Test
  void a_folder_that_is_not_there_is_told_in_one_sentence() {
    Path nowhere = reports.resolve("nowhere");
    assertThatThrownBy(() -> History.in(nowhere))
        .isInstanceOf(ReportException.class)
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
  void words_of_a_newer_edition_are_told_as_they_stand_and_other_shapes_do_not_crash()
      throws Exception {
    cutover("one", 1, "[{\"id\": \"a/b\", \"relation\": \"same\"}]");
    cutover("two", 2, "[{\"id\": \"a/b\", \"relation\": \"shadowed\"}]");
    cutover("three", 3, "[{\"id\": \"a/b\", \"relation\": null}, {}, 7, \"x\"]");
    cutover("four", 4, "[{\"id\": 7, \"relation\": {\"is\": [1]}}]");
    cutover("five", 5, "{\"a/b\": \"same\"}");
    History history = History.in(reports);
    assertThat(history.runs()).extracting(PastRun::outcome).containsOnly("shadowed");
    assertThat(history.changes(history.runs().get(1)))
        .contains(List.of("a/b was same and is shadowed"));
    assertThat(history.changes(history.runs().get(2)))
        .contains(List.of("a/b was shadowed and is not decided"));
    assertThat(history.runs())
        .hasSize(5)
        .allSatisfy(run -> assertThat(history.changes(run)).isNotNull());
  }
}
