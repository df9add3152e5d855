package dev.assay.load.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.Schedule;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Quantiles;
import dev.assay.load.record.ReceivedResponse;
import dev.assay.load.record.Recording;
import dev.assay.load.record.SentRequest;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.InjectorRuns;
import dev.assay.load.run.LoadRun;
import dev.assay.mock.EmbeddedTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Injectors that record in this process stand in for those that send. */
class InjectorMergeTest {

  private static final Profile PROFILE = new Profile("p", 1, 0.5, List.of(Phase.constant(100, 10)));

  @TempDir private Path folder;

  private final Histogram fedWithAll = new Histogram(LatencyRecorder.DIGITS);

  private static LoadPlan plan(Profile profile) {
    Scenario scenario =
        new Scenario("message", List.of(new Scenario.Share(TestRequests.LOG_MESSAGE, 1)));
    return LoadPlan.of(EmbeddedTarget.planned(), scenario, profile);
  }

  /** The first ids of an injector are 10,000 times its number and on. */
  private Path run(int number, int count, int... others) throws Exception {
    Path place = Files.createDirectories(folder.resolve("run-" + number));
    LoadPlan part = plan(PROFILE).part(new Injector(number, count));
    LoadRun.End end = new LoadRun.End(recorded(part, place, others), 0, "");
    InjectorRun.here("1", part, Instant.EPOCH.plusSeconds(number), end).write(place);
    return place;
  }

  private Snapshot recorded(LoadPlan part, Path place, int... others) throws Exception {
    AtomicLong clock = new AtomicLong();
    Random random = new Random(part.injector().number());
    Schedule schedule = new Schedule(PROFILE);
    try (Recording recording = new Recording(part, place, clock::get, UnaryOperator.identity())) {
      long arrivals = part.injector().part(schedule.total());
      for (int own = 0; own < arrivals; own++) {
        clock.set(schedule.offsetNanos(part.injector().arrival(own)));
        Arrivals.Arrival arrival = recording.come();
        clock.set(arrival.plannedNanos());
        SentRequest sent = recording.start(arrival);
        long micros = 1L + random.nextInt(900_000);
        boolean other = own >= arrivals - others.length;
        long id =
            other
                ? others[(int) (own - arrivals + others.length)]
                : 10_000L * part.injector().number() + own + 1;
        answer(recording, sent, id);
        clock.addAndGet(micros * 1_000);
        recording.finish(sent, Optional.empty(), OptionalLong.empty());
        if (sent.arrival().judged()) {
          fedWithAll.recordValue(micros);
        }
        if (own % 50 == 49) {
          recording.snapshot(false);
        }
      }
      return atRest(recording.snapshot(true));
    }
  }

  /** What the clock and the processors of the test's machine would say is left out. */
  private static Snapshot atRest(Snapshot last) {
    return new Snapshot(
        last.started(),
        last.finished(),
        last.judgedStarted(),
        1_000,
        last.startSeconds(),
        last.endSeconds(),
        last.requests(),
        last.standings(),
        last.warmUpFailures(),
        last.p50(),
        last.p99(),
        0.2,
        0,
        last.uncheckedIds(),
        "",
        true);
  }

  private static void answer(Recording recording, SentRequest sent, long id) {
    String body =
        "{\"message_id\":%d,\"message_body\":\"Assay checks message t.\",\"message_type\":0,\"created_at\":\"\"}"
            .formatted(id);
    ReceivedResponse answer =
        new ReceivedResponse(200, name -> Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    assertThat(recording.flaw(sent, answer, "t")).isEmpty();
  }

  private LoadResult merged(List<Path> places) throws Exception {
    Path into = Files.createDirectories(folder.resolve("merged"));
    return InjectorMerge.of(places).judge(List.of(), into, OptionalLong.empty());
  }

  @Test
  void merged_percentiles_are_those_of_one_histogram_that_was_fed_with_all_values()
      throws Exception {
    LoadResult result = merged(List.of(run(0, 3), run(1, 3), run(2, 3)));
    assertThat(result.measurements().get(0).latency()).isEqualTo(Quantiles.of(fedWithAll));
    assertThat(result.measurements().get(0).ok()).isEqualTo(1_000);
    assertThat(result.figures().achieved().requests()).isEqualTo(1_000);
    assertThat(result.figures().planned()).contains(new LoadFigures.Rate(1_000, 100));
    assertThat(result.figures().last().started()).isEqualTo(1_100);
    assertThat(result.injectors()).isEqualTo(3);
    assertThat(result.info().startedAt()).isEqualTo(Instant.EPOCH);
    assertThat(result.figures().series().buckets()).isNotEmpty();
  }

  @Test
  void an_id_that_two_injectors_were_given_is_a_failure() throws Exception {
    LoadResult result = merged(List.of(run(0, 2), run(1, 2, 7, 8, 500)));
    assertThat(result.measurements().get(0).failures())
        .containsEntry("message_id was already given to another message", 3L);
    assertThat(result.measurements().get(0).ok()).isEqualTo(997);
  }

  @Test
  void an_interrupted_injector_makes_the_whole_partial_and_invalid() throws Exception {
    Path one = run(0, 2);
    Path other = run(1, 2);
    InjectorRun whole = InjectorRun.read(other);
    LoadRun.End end = new LoadRun.End(whole.end().last(), 143, InjectorRuns.INTERRUPTED);
    new InjectorRun("1", whole.plan(), whole.injector(), 0, "m", end).write(other);
    LoadResult result = merged(List.of(one, other));
    assertThat(result.info().partial()).isTrue();
    assertThat(result.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(result.invalidBecause()).contains("the run was interrupted");
  }

  @Test
  void an_injector_that_fell_behind_is_not_hidden_by_the_others() throws Exception {
    List<Path> places = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      places.add(run(i, 2));
    }
    InjectorRun slow = InjectorRun.read(places.get(1));
    Snapshot last = slow.end().last();
    String line = last.line().replace("\"judgedStarted\":500", "\"judgedStarted\":470");
    LoadRun.End end = new LoadRun.End(Snapshot.in(line).orElseThrow(), 0, "");
    new InjectorRun("1", slow.plan(), slow.injector(), 0, "m", end).write(places.get(1));
    assertThat(merged(places).invalidBecause())
        .containsExactly(
            "injector 2/2: only 47.0 of 50.0 requests a second were sent: use a lower rate");
  }

  @Test
  void runs_of_different_plans_are_refused() throws Exception {
    Path one = run(0, 2);
    Path other = run(1, 2);
    InjectorRun run = InjectorRun.read(other);
    new InjectorRun("1", plan(PROFILE.withPeak(50)).whole(), run.injector(), 0, "m", run.end())
        .write(other);
    assertThatThrownBy(() -> InjectorMerge.of(List.of(one, other)))
        .hasMessageStartingWith(
            "runs of different plans cannot be merged: the shape of the profile of " + one);
    new InjectorRun("2", run.plan(), run.injector(), 0, "m", run.end()).write(other);
    assertThatThrownBy(() -> InjectorMerge.of(List.of(one, other)))
        .hasMessage(
            "runs of different plans cannot be merged: the version of Assay of %s is 1, and that of %s is 2"
                .formatted(one, other));
  }

  @Test
  void a_run_that_is_missing_or_there_twice_is_named() throws Exception {
    Path one = run(0, 3);
    Path other = run(1, 3);
    assertThatThrownBy(() -> InjectorMerge.of(List.of(one, other)))
        .hasMessageStartingWith("the run of the injector 3/3 is missing");
    assertThatThrownBy(() -> InjectorMerge.of(List.of(one, other, one)))
        .hasMessage("%s and %s are both of the injector 1/3".formatted(one, one));
    assertThatThrownBy(() -> InjectorMerge.of(List.of(folder)))
        .hasMessageContaining("is no run of one of several injectors");
  }

  @Test
  void a_kept_run_names_nobody() throws Exception {
    Path one = run(0, 2);
    assertThat(one.resolve(InjectorRun.NAME))
        .content()
        .doesNotContain(
            EmbeddedTarget.planned()
                .service("haptik")
                .orElseThrow()
                .values()
                .get("registeredUser"));
  }

  @Test
  void a_file_that_was_cut_off_is_told() throws IOException {
    Files.writeString(folder.resolve(InjectorRun.NAME), "{\"version\":");
    assertThatThrownBy(() -> InjectorRun.read(folder)).hasMessageContaining("cannot be read");
    Files.writeString(folder.resolve(InjectorRun.NAME), "{}");
    assertThatThrownBy(() -> InjectorRun.read(folder)).hasMessageContaining("cannot be read");
  }
}
