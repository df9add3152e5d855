package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import dev.assay.load.merge.InjectorMerge;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.LoadRun;
import dev.assay.load.study.Comparison;
import dev.assay.load.study.LoadReport;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.Report;
import dev.assay.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierLoadTest {

  private static final Profile PROFILE = new Profile("p", 2, 0.5, List.of(Phase.constant(10, 10)));
  private static final Scenario SCENARIO =
      new Scenario("message", List.of(new Scenario.Share(TestRequests.LOG_MESSAGE, 1)));

  @TempDir private Path folder;

  private static LoadPlan plan(Profile profile) {
    return LoadPlan.of(EmbeddedTarget.planned(), SCENARIO, profile);
  }

  private LoadResult result(boolean complete) throws IOException {
    return result(complete, 0.1, List.of());
  }

  /** One whose errors are missed, and whose times are those of a busy load generator. */
  private LoadResult doubtful() throws IOException {
    Objective errors = new Objective("log-message", Metric.ERROR_RATE, true, 0.01);
    return result(true, 0.95, List.of(errors));
  }

  private LoadResult result(boolean complete, double cpu, List<Objective> objectives)
      throws IOException {
    try (LatencyRecorder recorder = new LatencyRecorder(folder, Set.of(TestRequests.LOG_MESSAGE))) {
      for (int i = 1; i <= 100; i++) {
        recorder.finished(TestRequests.LOG_MESSAGE, i * 1_000_000L, i * 500_000L);
      }
    }
    Map<String, Snapshot.Counts> requests =
        Map.of("log-message", new Snapshot.Counts(98, Map.of("status 500", 2L)));
    Snapshot last =
        new Snapshot(
            120, 120, 100, 0, 9.9, 9.9, requests, Map.of(), 0, 0, 0, cpu, 0, 0, "", complete);
    LoadRun.End end = new LoadRun.End(last, 0, "");
    InjectorRun run = InjectorRun.here("1", plan(PROFILE), Instant.EPOCH, end);
    return new InjectorMerge(List.of(folder), List.of(run))
        .judge(objectives, folder, OptionalLong.empty());
  }

  private void write(LoadReport study) {
    ReportFolder.at(folder).write(Report.of(study));
  }

  @Test
  void what_was_measured_reads_back() throws Exception {
    LoadResult result = result(true);
    write(LoadReport.of(result));
    EarlierLoad earlier = EarlierLoad.read(folder);
    assertThat(earlier.repeats()).hasSize(1);
    Measurement then = earlier.repeats().get(0).get(0);
    assertThat(then.latency()).isEqualTo(result.measurements().get(0).latency());
    assertThat(then.failures()).containsEntry("status 500", 2L);
    assertThat(then.count()).isEqualTo(100);
    earlier.requireShapeOf(plan(PROFILE));
  }

  @Test
  void several_repeats_read_back_each() throws Exception {
    write(LoadReport.ofRepeats(List.of(result(true), result(true)), Optional.empty()));
    assertThat(EarlierLoad.read(folder).repeats()).hasSize(2);
  }

  @Test
  void times_of_a_busy_load_generator_are_compared_with_nothing() throws Exception {
    LoadResult doubtful = doubtful();
    assertThat(doubtful.word()).isEqualTo("missed");
    List<LoadResult> repeats = List.of(result(true), doubtful);
    assertThat(Comparison.judged(repeats)).hasSize(1);
    write(LoadReport.ofRepeats(repeats, Optional.empty()));
    assertThat(EarlierLoad.read(folder).repeats()).hasSize(1);
    write(LoadReport.of(doubtful));
    assertThatThrownBy(() -> EarlierLoad.read(folder))
        .hasMessageEndingWith("it is of a run that could not be judged itself");
  }

  @Test
  void another_shape_cannot_be_compared_with() throws Exception {
    write(LoadReport.of(result(true)));
    EarlierLoad earlier = EarlierLoad.read(folder);
    assertThatThrownBy(() -> earlier.requireShapeOf(plan(PROFILE.withPeak(20))))
        .hasMessage(
            folder
                + " cannot be compared with: its phases was [{\"from\":10.0,\"to\":10.0,\"seconds\":10.0}],"
                + " and now it is [{\"from\":20.0,\"to\":20.0,\"seconds\":10.0}]");
    assertThatThrownBy(() -> earlier.requireShapeOf(plan(PROFILE.closed(5, 1))))
        .hasMessageContaining("its model was \"open\", and now it is \"closed\"");
  }

  @Test
  void a_run_that_did_not_end_cannot_be_compared_with() throws Exception {
    write(LoadReport.of(result(false)));
    assertThatThrownBy(() -> EarlierLoad.read(folder))
        .hasMessageEndingWith(
            "cannot be compared with: it is of a run that did not come to its end");
  }

  @Test
  void files_of_others_and_of_older_versions_are_told() throws IOException {
    Path file = folder.resolve("load.json");
    assertThatThrownBy(() -> EarlierLoad.read(folder))
        .hasMessageContaining("--against names the report folder of an earlier load run");
    Files.writeString(file, "{\"name\":\"other\"}");
    assertThatThrownBy(() -> EarlierLoad.read(folder)).hasMessageEndingWith("not written by Assay");
    Files.writeString(file, "{\"tool\":{\"name\":\"assay\"},\"requests\":[]}");
    assertThatThrownBy(() -> EarlierLoad.read(folder))
        .hasMessageContaining("in the format of another version of Assay");
    Files.writeString(file, "no json");
    assertThatThrownBy(() -> EarlierLoad.read(folder)).hasMessageContaining("cannot be read");
  }
}
