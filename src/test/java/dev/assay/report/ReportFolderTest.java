package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {

  @TempDir Path temp;

  @Test
  void a_run_is_written_as_every_report_and_no_draft_is_left() throws Exception {
    ReportFolder folder = ReportFolder.at(temp.resolve("a/b"));
    folder.write(Report.of(SampleRun.everyOutcome()));
    folder.write(Report.of(SampleRun.everyOutcome()));
    assertThat(names(temp.resolve("a/b")))
        .containsExactlyInAnyOrder(
            "contract.json", "contract.xml", "contract.ctrf.json", "allure-results");
  }

  @Test
  void a_folder_of_its_own_is_named_after_target_and_time_and_is_the_latest() throws Exception {
    ReportFolder first = ReportFolder.forRun(temp, "staging", SampleRun.START);
    ReportFolder second = ReportFolder.forRun(temp, "staging", SampleRun.START);
    assertThat(first.path()).isEqualTo(temp.resolve("staging-20261120T101530Z"));
    assertThat(second.path()).isEqualTo(temp.resolve("staging-20261120T101530Z-2"));
    assertThat(temp.resolve("latest").toRealPath()).isEqualTo(second.path().toRealPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc", "/etc", "..", "", ".", "a/../../b", "C:\\x", "…", "-rf", "a\u0000b"})
  void the_name_of_a_target_cannot_climb_out(String target) throws Exception {
    Path reports = temp.resolve("reports");
    Path made = ReportFolder.forRun(reports, target, SampleRun.START).path();
    assertThat(made.toRealPath().getParent()).isEqualTo(reports.toRealPath());
    assertThat(made.getFileName().toString()).matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
  }

  @Test
  void a_file_in_the_way_is_told_in_one_sentence() throws IOException {
    Path file = Files.createFile(temp.resolve("reports"));
    assertThatThrownBy(() -> ReportFolder.at(file))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The reports cannot be written: %s: something that is no folder is in the way. "
                    .formatted(file)
                + "Name a folder that can be written with --report DIR.");
    assertThatThrownBy(() -> ReportFolder.at(file.resolve("below")))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(() -> ReportFolder.forRun(file, "staging", SampleRun.START))
        .isInstanceOf(UserException.class);
  }

  @Test
  void a_folder_in_place_of_a_report_is_told_and_no_draft_is_left() throws Exception {
    ReportFolder folder = ReportFolder.at(temp);
    Files.createDirectories(temp.resolve("contract.json/x"));
    assertThatThrownBy(() -> folder.write(Report.of(SampleRun.everyOutcome())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("contract.json");
    assertThat(names(temp)).containsExactly("contract.json");
  }

  @Test
  void a_folder_that_cannot_be_written_is_found_out_before_the_run() {
    assumeTrue(temp.toFile().setWritable(false));
    assumeFalse(Files.isWritable(temp), "root may write anywhere");
    assertThatThrownBy(() -> ReportFolder.at(temp))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("permission is denied");
  }

  @Test
  void the_link_to_a_folder_is_as_good_as_the_folder() throws Exception {
    ReportFolder.forRun(temp, "staging", SampleRun.START);
    assumeTrue(Files.isSymbolicLink(temp.resolve("latest")));
    ReportFolder.at(temp.resolve("latest")).write(Report.of(SampleRun.everyOutcome()));
    assertThat(temp.resolve("staging-20261120T101530Z/contract.json")).exists();
  }

  @Test
  void a_file_named_latest_is_left_alone() throws Exception {
    Path mine = Files.writeString(temp.resolve("latest"), "mine");
    ReportFolder.forRun(temp, "staging", SampleRun.START);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void only_a_plain_name_names_a_report() throws Exception {
    ReportFolder folder = ReportFolder.at(temp);
    for (String name : List.of("../x", "..", "/x", "a/b", "")) {
      assertThatThrownBy(() -> folder.write(name, "")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
