package dev.assay.load.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.BusyMachine;
import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.load.judge.ObjectiveVerdict.Ruling;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.measure.Metric;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.LoadRun;
import dev.assay.mock.EmbeddedTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunValidityTest {

  private static final Objective P95 = new Objective("log-message", Metric.P95, true, 100);

  private static final Objective ERRORS =
      new Objective("log-message", Metric.ERROR_RATE, true, 0.01);

  private static final Profile OPEN = new Profile("p", 2, 0.5, List.of(Phase.constant(10, 10)));

  @TempDir private Path folder;

  private void measured(long latencyMillis, long lagMillis) throws IOException {
    measured(latencyMillis, lagMillis, latencyMillis);
  }

  private void measured(long latencyMillis, long lagMillis, long serviceMillis) throws IOException {
    try (LatencyRecorder recorder = new LatencyRecorder(folder, Set.of(TestRequests.LOG_MESSAGE))) {
      for (int i = 0; i < 100; i++) {
        recorder.started(lagMillis * 1_000_000);
        recorder.finished(
            TestRequests.LOG_MESSAGE, latencyMillis * 1_000_000, serviceMillis * 1_000_000);
      }
    }
  }

  private static Snapshot snapshot(double seconds, double cpu, double gc, boolean complete) {
    return snapshot(seconds, cpu, gc, complete, new Snapshot.Counts(99, Map.of("status 500", 1L)));
  }

  private static Snapshot snapshot(
      double seconds, double cpu, double gc, boolean complete, Snapshot.Counts counts) {
    return new Snapshot(
        120,
        120,
        100,
        0,
        seconds,
        seconds,
        Map.of("log-message", counts),
        Map.of(),
        0,
        0,
        0,
        cpu,
        gc,
        0,
        "",
        complete);
  }

  private LoadResult judged(LoadRun.End end, OptionalLong received) {
    return judged(OPEN, end, received);
  }

  private LoadResult judged(Profile profile, LoadRun.End end, OptionalLong received) {
    return judged(TestRequests.messages(), List.of(P95, ERRORS), profile, end, received);
  }

  private LoadResult judged(
      Scenario scenario,
      List<Objective> objectives,
      Profile profile,
      LoadRun.End end,
      OptionalLong received) {
    LoadPlan plan = LoadPlan.of(EmbeddedTarget.planned(), scenario, profile);
    LoadFigures figures = LoadFigures.read(plan, end.last(), folder, received);
    List<ObjectiveVerdict> verdicts = ObjectiveVerdict.all(objectives, figures.measurements());
    LoadVerdict verdict = LoadVerdict.of(figures, verdicts, end, List.of());
    return new LoadResult(
        folder,
        info(end),
        "a123456",
        figures,
        verdict.judged(verdicts, figures.measurements()),
        verdict,
        1,
        CreatedList.left("a123456", "t", "", List.of()));
  }

  private static RunInfo info(LoadRun.End end) {
    RunInfo whole = RunInfo.starting("1", "the embedded mock");
    return end.isPartial() ? whole.cutShort() : whole;
  }

  private LoadResult judged(Snapshot last) {
    return judged(new LoadRun.End(last, 0, ""), OptionalLong.of(120));
  }

  @Test
  void kept_bounds_are_met_and_broken_ones_missed() throws IOException {
    measured(90, 0);
    LoadResult met = judged(snapshot(9.9, 0.1, 0, true));
    assertThat(met.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(met.measurements().get(0).errorRate()).isEqualTo(0.01);
    measured(110, 0);
    assertThat(judged(snapshot(9.9, 0.1, 0, true)).conclusion().exitCode()).isEqualTo(1);
  }

  @Test
  void a_rate_that_was_not_reached_says_nothing() throws IOException {
    measured(90, 0);
    assertThat(judged(snapshot(11, 0.1, 0, true)).invalidBecause())
        .containsExactly("only 9.1 of 10.0 requests a second were sent: use a lower rate");
  }

  @Test
  void users_who_send_less_than_they_could_were_held_up_by_the_generator() throws IOException {
    measured(90, 0);
    LoadRun.End end = new LoadRun.End(snapshot(9.9, 0.1, 0, true), 0, "");
    LoadResult kept = judged(OPEN.closed(10, 0.91), end, OptionalLong.of(120));
    assertThat(kept.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(kept.figures().planned()).isEmpty();
    assertThat(judged(OPEN.closed(20, 0.91), end, OptionalLong.of(120)).invalidBecause())
        .containsExactly("only 10.0 of 18.0 requests a second were sent: use a lower rate");
  }

  @Test
  void late_sending_is_invalid_when_the_bound_is_near() throws IOException {
    measured(90, 60);
    assertThat(judged(snapshot(9.9, 0.1, 0, true)).invalidBecause())
        .singleElement()
        .asString()
        .contains("was sent 60.0 ms late or more, too much to judge a bound of 100.0 ms");
  }

  @Test
  void wrong_answers_are_missed_however_late_and_slowly_their_requests_were_sent()
      throws IOException {
    measured(90, 60);
    LoadResult result =
        judged(snapshot(11, 0.95, 0, true, new Snapshot.Counts(98, Map.of("status 500", 2L))));
    assertThat(result.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(result.verdict().because()).containsExactly("log-message errorRate 0.02000 > 0.01");
    assertThat(result.objectives())
        .extracting(ObjectiveVerdict::ruling)
        .containsExactly(Ruling.NOT_JUDGED, Ruling.MISSED);
    assertThat(result.invalidBecause()).hasSize(3);
  }

  @Test
  void requests_without_an_answer_are_not_blamed_on_a_service_whose_generator_was_late()
      throws IOException {
    measured(90, 60);
    LoadResult result =
        judged(
            snapshot(
                9.9,
                0.1,
                0,
                true,
                new Snapshot.Counts(90, Map.of("status 500", 1L, "no answer: timed out", 9L))));
    assertThat(result.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(result.objectives())
        .extracting(ObjectiveVerdict::ruling)
        .containsOnly(Ruling.NOT_JUDGED);
  }

  private LoadResult mixed(long ok, long wrong) {
    Scenario mixture =
        new Scenario(
            "mixed",
            List.of(
                new Scenario.Share(TestRequests.LOG_MESSAGE, 99),
                new Scenario.Share(TestRequests.LOG_FILE_SMALL, 1)));
    Objective ofFiles = new Objective("log-file-small", Metric.P95, true, 100);
    Snapshot last =
        snapshot(9.9, 0.1, 0, true, new Snapshot.Counts(ok, Map.of("status 500", wrong)));
    return judged(
        mixture,
        List.of(ERRORS, ofFiles),
        OPEN,
        new LoadRun.End(last, 0, ""),
        OptionalLong.of(120));
  }

  @Test
  void what_was_never_sent_leaves_open_only_what_else_is_well() throws IOException {
    measured(90, 0);
    assertThat(mixed(99, 1).invalidBecause())
        .containsExactly(
            "not one log-file-small was sent, so its objectives cannot be judged: use a higher rate or a longer time");
    LoadResult missed = mixed(98, 2);
    assertThat(missed.verdict().because()).containsExactly("log-message errorRate 0.02000 > 0.01");
    assertThat(missed.objectives())
        .extracting(ObjectiveVerdict::ruling)
        .containsExactly(Ruling.MISSED, Ruling.NOT_MEASURED);
  }

  @Test
  void a_miss_that_late_sending_made_is_invalid() throws IOException {
    measured(110, 20, 90);
    assertThat(judged(snapshot(9.9, 0.1, 0, true)).invalidBecause())
        .singleElement()
        .asString()
        .startsWith("log-message p95 <= 100 is missed only because requests were sent late");
  }

  @Test
  void a_busy_generator_is_invalid() throws IOException {
    measured(90, 0);
    assertThat(judged(snapshot(9.9, 0.95, 0.2, true)).invalidBecause())
        .containsExactly(
            "the load generator used 95 % of this machine's processors",
            "the load generator spent 20 % of its time collecting garbage");
  }

  /** Or else tests on a busy machine would not measure again. */
  @Test
  void each_limit_of_the_generator_is_known_to_the_tests_that_measure_again() throws IOException {
    measured(90, 60);
    assertThat(judged(snapshot(11, 0.95, 0.2, true)).invalidBecause())
        .hasSize(4)
        .allMatch(BusyMachine::heldUp);
    measured(110, 20, 90);
    assertThat(judged(snapshot(9.9, 0.1, 0, true)).invalidBecause())
        .hasSize(1)
        .allMatch(BusyMachine::heldUp);
  }

  @Test
  void requests_that_were_sent_twice_are_noticed() throws IOException {
    measured(90, 0);
    LoadRun.End end = new LoadRun.End(snapshot(9.9, 0.1, 0, true), 0, "");
    assertThat(judged(end, OptionalLong.of(121)).invalidBecause())
        .containsExactly(
            "120 requests were sent, but the mock received 121: some were lost or sent twice");
  }

  @Test
  void a_run_stopped_by_wrong_answers_is_missed_and_by_no_answers_invalid() throws IOException {
    measured(90, 0);
    LoadResult wrong = judged(new LoadRun.End(stopped("status 500"), 0, ""), OptionalLong.empty());
    assertThat(wrong.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(wrong.info().partial()).isTrue();
    LoadResult none =
        judged(new LoadRun.End(stopped("no answer: timed out"), 0, ""), OptionalLong.empty());
    assertThat(none.invalidBecause()).containsExactly("too much failed");
  }

  private static Snapshot stopped(String reason) {
    Map<String, Snapshot.Counts> requests =
        Map.of("log-message", new Snapshot.Counts(20, Map.of(reason, 40L)));
    return new Snapshot(
        80, 80, 60, 0, 6, 6, requests, Map.of(), 0, 0, 0, 0, 0, 0, "too much failed", true);
  }

  @Test
  void a_crash_leaves_a_partial_and_invalid_run() throws IOException {
    measured(90, 0);
    LoadResult result =
        judged(new LoadRun.End(snapshot(5, 0.1, 0, false), 137, ""), OptionalLong.empty());
    assertThat(result.info().partial()).isTrue();
    assertThat(result.conclusion().exitCode()).isEqualTo(2);
    assertThat(result.invalidBecause())
        .containsExactly(
            "the load generator ended before its time with exit code 137; gatling.log tells more");
  }
}
