package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final double SECOND = 1e9;

  private static Profile profile(Phase... phases) {
    return new Profile("p", 2, 0.5, List.of(phases));
  }

  @Test
  void arrivals_of_one_rate_come_at_equal_distances() {
    Schedule schedule = new Schedule(profile(Phase.constant(10, 3)));
    assertThat(schedule.total()).isEqualTo(50);
    assertThat(schedule.offsetNanos(0)).isZero();
    assertThat(schedule.offsetNanos(7)).isEqualTo(700_000_000L);
    assertThat(schedule.offsetNanos(49)).isEqualTo(4_900_000_000L);
  }

  @Test
  void the_warm_up_is_not_judged() {
    Schedule schedule = new Schedule(profile(Phase.constant(10, 3)));
    assertThat(schedule.isJudged(19)).isFalse();
    assertThat(schedule.isJudged(20)).isTrue();
    assertThat(schedule.offsetNanos(20)).isEqualTo((long) (2 * SECOND));
  }

  @Test
  void a_moving_rate_sends_the_area_under_it_in_steps_of_a_second() {
    Phase ramp = new Phase(10, 50, 4);
    assertThat(ramp.arrivals()).isEqualTo(120);
    assertThat(ramp.slices()).extracting(Slice::arrivals).containsExactly(15L, 25L, 35L, 45L);
  }

  @Test
  void offsets_never_go_back() {
    Schedule schedule =
        new Schedule(
            profile(Phase.constant(7, 1.5), new Phase(7, 0.01, 3.3), new Phase(0.01, 90, 2)));
    for (long number = 1; number < schedule.total(); number++) {
      assertThat(schedule.offsetNanos(number))
          .isGreaterThanOrEqualTo(schedule.offsetNanos(number - 1));
    }
  }

  @Test
  void another_rate_and_time_keep_the_shape() {
    Profile profile = profile(Phase.constant(10, 30), new Phase(10, 100, 10));
    Profile changed = profile.withPeak(50).lasting(20);
    assertThat(changed.peak()).isEqualTo(50, within(1e-9));
    assertThat(changed.seconds()).isEqualTo(20, within(1e-9));
    assertThat(changed.phases().get(0).from()).isEqualTo(5, within(1e-9));
    assertThat(changed.phases().get(0).seconds()).isEqualTo(15, within(1e-9));
    assertThat(changed.warmUpSeconds()).isEqualTo(2);
  }

  @Test
  void any_stretch_of_a_run_has_the_mixture_of_the_whole() {
    Scenario scenario =
        new Scenario(
            "s",
            List.of(
                new Scenario.Share(TestRequests.LOG_MESSAGE, 70),
                new Scenario.Share(TestRequests.UPLOAD_SMALL, 30)));
    for (long from : new long[] {0, 1_000, 123_456}) {
      assertThat(
              (double)
                  scenario.counts(Injector.only(), from, from + 100).get(TestRequests.LOG_MESSAGE))
          .isEqualTo(70, within(2.0));
    }
  }

  @Test
  void users_come_a_second_before_they_are_due_and_one_that_does_not_is_late() {
    Arrivals arrivals =
        Arrivals.of(new Profile("p", 0, 0.5, List.of(Phase.constant(10, 3))), Injector.only());
    assertThat(arrivals.come(5_030_000_000L).plannedNanos()).isEqualTo(6_030_000_000L);
    assertThat(arrivals.come(5_100_000_000L).plannedNanos()).isEqualTo(6_130_000_000L);
    assertThat(arrivals.come(6_900_000_000L).plannedNanos()).isEqualTo(6_230_000_000L);
  }
}
