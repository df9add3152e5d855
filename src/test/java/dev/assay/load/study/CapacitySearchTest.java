package dev.assay.load.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Conclusion;
import dev.assay.UserException;
import dev.assay.load.judge.LoadVerdict;
import dev.assay.load.judge.LoadVerdict.Kind;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service is stood in for by what its probes say. */
class CapacitySearchTest {

  private static final LoadVerdict KEPT = LoadVerdict.certain(Kind.MET, List.of());
  private static final LoadVerdict BROKEN =
      LoadVerdict.certain(Kind.MISSED, List.of("log-message p99 912 ms > 800 ms"));

  private final CapacityRange range =
      new CapacityRange(
          new Profile("capacity", 2, 0.5, List.of(Phase.constant(1, 5))), 10, 1000, 0.1);
  private final CapacitySearch search = new CapacitySearch(range);

  private static CapacitySearch.Prober<RuntimeException> breakingAbove(double limit) {
    return (rate, recovery) -> rate <= limit ? KEPT : BROKEN;
  }

  private static List<String> tried(Capacity capacity) {
    return capacity.probes().stream()
        .map(probe -> (probe.recovery() ? "again " : "") + Math.round(probe.rate()))
        .toList();
  }

  @Test
  void the_rate_is_doubled_and_then_the_gap_halved_with_a_recovery_after_each_rate_that_broke()
      throws InterruptedException {
    Capacity capacity = search.run(breakingAbove(505));
    assertThat(tried(capacity))
        .containsExactly(
            "10",
            "20",
            "40",
            "80",
            "160",
            "320",
            "640",
            "again 10",
            "480",
            "560",
            "again 10",
            "520");
    assertThat(capacity.says())
        .isEqualTo(
            "480 requests a second keep the objectives, 520 do not (log-message p99 912 ms > 800 ms)");
    assertThat(capacity.conclusion()).isEqualTo(Conclusion.YES);
  }

  @Test
  void a_service_that_keeps_the_highest_rate_is_said_to_keep_at_least_that()
      throws InterruptedException {
    Capacity capacity = new CapacitySearch(range.upTo(50)).run(breakingAbove(9_999));
    assertThat(tried(capacity)).containsExactly("10", "20", "40", "50");
    assertThat(capacity.says())
        .isEqualTo("at least 50 requests a second keep the objectives, and no more were asked for");
    assertThat(capacity.breaks()).isEmpty();
  }

  @Test
  void a_service_that_breaks_at_the_lowest_rate_has_no_capacity() throws InterruptedException {
    Capacity capacity = search.run(breakingAbove(9));
    assertThat(tried(capacity)).containsExactly("10");
    assertThat(capacity.says()).startsWith("not even 10 requests a second keep the objectives (");
    assertThat(capacity.conclusion().exitCode()).isEqualTo(1);
  }

  @Test
  void where_the_generator_cannot_send_more_the_search_ends_without_a_false_figure()
      throws InterruptedException {
    LoadVerdict limit =
        LoadVerdict.certain(
            Kind.GENERATOR_LIMIT, List.of("only 130.0 of 160.0 requests were sent"));
    Capacity capacity = search.run((rate, recovery) -> rate > 100 ? limit : KEPT);
    assertThat(capacity.says())
        .isEqualTo(
            "at least 80 requests a second keep the objectives; at 160 the load generator was the limit"
                + " (only 130.0 of 160.0 requests were sent)");
    assertThat(capacity.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(search.run((rate, recovery) -> limit).conclusion().exitCode()).isEqualTo(2);
  }

  @Test
  void a_service_that_does_not_recover_ends_the_search() throws InterruptedException {
    List<Double> broken = new ArrayList<>();
    Capacity capacity =
        search.run(
            (rate, recovery) -> {
              if (rate > 100) {
                broken.add(rate);
              }
              return broken.isEmpty() ? KEPT : BROKEN;
            });
    assertThat(tried(capacity)).endsWith("160", "again 10");
    assertThat(capacity.says())
        .startsWith("at least 80 requests a second keep the objectives, 160 do not (")
        .contains("; after that the service did not recover: at 10 requests a second it no longer");
    assertThat(capacity.conclusion().exitCode()).isEqualTo(1);
  }

  @Test
  void no_answer_is_of_the_service_only_once_it_has_answered() throws InterruptedException {
    LoadVerdict unanswered =
        LoadVerdict.certain(Kind.UNANSWERED, List.of("not a single request was answered"));
    assertThat(search.run((rate, recovery) -> unanswered).conclusion().exitCode()).isEqualTo(2);
    Capacity capacity = search.run((rate, recovery) -> rate > 10 ? unanswered : KEPT);
    assertThat(capacity.says())
        .contains("10 requests a second keep the objectives, 11 do not (not");
  }

  @Test
  void an_interrupted_probe_ends_the_search_undecided() throws InterruptedException {
    LoadVerdict stopped = LoadVerdict.certain(Kind.UNDECIDED, List.of("the run was interrupted"));
    Capacity capacity = search.run((rate, recovery) -> rate > 10 ? stopped : KEPT);
    assertThat(capacity.says())
        .isEqualTo(
            "at least 10 requests a second keep the objectives; the search ended at 20 because the run was"
                + " interrupted");
    assertThat(capacity.conclusion().exitCode()).isEqualTo(2);
  }

  @Test
  void no_search_sends_more_than_the_plan_reckons_with() throws InterruptedException {
    long planned = sent(search.worst());
    for (double limit = 5; limit < 1_300; limit *= 1.007) {
      assertThat(sent(search.run(breakingAbove(limit)).probes())).isLessThanOrEqualTo(planned);
    }
  }

  private static long sent(List<Capacity.Probe> probes) {
    return Math.round(probes.stream().mapToDouble(Capacity.Probe::rate).sum());
  }

  private static LoadSettings settings(String profile) {
    String head = "scenarios: {message: {log-message: 1}}\nprofiles:\n  c:\n    ";
    return LoadSettings.of(new YamlFile("p.yaml", head + profile, "profiles"));
  }

  @Test
  void a_search_is_a_profile_of_the_settings() {
    LoadSettings settings = settings("search: {lowest: 5, highest: 50, precision: 0.2, probe: 4s}");
    assertThat(settings.search("c").orElseThrow().at(20).plannedArrivals()).isEqualTo(80);
    assertThatThrownBy(() -> settings.profile("c"))
        .isInstanceOf(UserException.class)
        .hasMessage("the profile `c` is a search for the highest rate, and no shape");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search: {lowest: 5, highest: 4, precision: 0.2, probe: 4s} | line 4: profiles.c.search.highest must be a number from 5 to 100000, not `4`",
        "search: {lowest: 5, highest: 9, precision: 0.2} | line 4: `probe` is missing in profiles.c.search; add it",
        "{search: {}, phases: []} | line 4: profiles.c.phases has no place beside `search`; remove it",
        "search: | line 4: profiles.c.search must have keys of its own below it"
      })
  void a_wrong_search_is_told_with_its_line(String profile, String message) {
    assertThatThrownBy(() -> settings(profile))
        .isInstanceOf(UserException.class)
        .hasMessage("p.yaml, " + message);
  }
}
