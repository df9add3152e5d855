package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedWorkloadTest {

  private static final Profile OPEN = new Profile("p", 2, 0.5, List.of(Phase.constant(10, 30)));

  @Test
  void requests_are_due_when_they_are_sent_and_judged_after_the_warm_up() {
    Arrivals arrivals = Arrivals.of(OPEN.closed(5, 0.1), Injector.only());
    assertThat(arrivals.isOver(0)).isFalse();
    assertThat(arrivals.come(7_000_000_000L))
        .isEqualTo(new Arrivals.Arrival(0, false, 7_000_000_000L));
    assertThat(arrivals.come(9_000_000_000L))
        .isEqualTo(new Arrivals.Arrival(1, true, 9_000_000_000L));
    assertThat(arrivals.isOver(38_999_999_999L)).isFalse();
    assertThat(arrivals.isOver(39_000_000_000L)).isTrue();
  }

  @Test
  void nobody_knows_how_many_requests_users_send_but_thinking_bounds_them() {
    Profile profile = OPEN.closed(5, 0.1);
    assertThat(profile.model()).isEqualTo(WorkloadModel.CLOSED);
    assertThat(profile.seconds()).isEqualTo(30);
    assertThat(profile.plannedArrivals()).isZero();
    assertThat(profile.mostPerSecond()).isEqualTo(50);
    assertThat(profile.users().most(32)).isEqualTo(5 * 321.0);
    assertThat(OPEN.closed(5, 0).mostPerSecond()).isInfinite();
  }

  @Test
  void users_who_think_long_come_one_after_the_other_before_anything_is_judged() {
    assertThat(OPEN.closed(5, 20).warmUpSeconds()).isEqualTo(20);
    assertThat(OPEN.closed(5, 20).mostPerSecond()).isEqualTo(5);
  }

  private static LoadSettings settings(String profile) {
    String text = "scenarios: {message: {log-message: 1}}\nprofiles:\n  p: " + profile;
    return LoadSettings.of(new YamlFile("p.yaml", text, "profiles"));
  }

  @Test
  void a_profile_may_be_closed() {
    Profile profile =
        settings("{ model: closed, users: 7, thinkTime: 250ms, duration: 3s }").profile("p");
    assertThat(profile.users()).isEqualTo(new Users(7, 0.25));
    assertThat(profile.seconds()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ model: shut } | p.yaml, line 3: profiles.p.model must be open or closed, not `shut`",
        "{ model: closed, users: 7, duration: 3s } | p.yaml, line 3: `thinkTime` is missing in profiles.p; add it",
        "{ model: closed, phases: [] } | p.yaml, line 3: profiles.p.phases is for `model: open`; give users, thinkTime and duration",
        "{ users: 7, phases: [] } | p.yaml, line 3: profiles.p.users is for `model: closed`; give phases",
        "{ model: closed, users: 7, thinkTime: 2h, duration: 3s } | p.yaml, line 3: profiles.p.thinkTime must lie between 0s and 1h, not `2h`",
        "{ model: closed, users: 7.5, thinkTime: 1s, duration: 3s } | p.yaml, line 3: profiles.p.users must be a whole number, not `7.5`",
        "{ model: closed, users: 0, thinkTime: 1s, duration: 3s } | p.yaml, line 3: profiles.p.users must be a number from 1 to 10000, not `0`"
      })
  void a_wrong_one_is_told_with_its_line(String profile, String message) {
    assertThatThrownBy(() -> settings(profile))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message);
  }
}
