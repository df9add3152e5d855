package dev.assay.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.load.judge.Objective;
import dev.assay.load.measure.Metric;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.ScenarioChoice;
import dev.assay.load.request.LoadRequest;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String START = "objectives:\n  - ";
  private static final String SCENARIOS = "scenarios: {message: {log-message: 1}}\n";

  private static List<Objective> objectives(String text) {
    return Objective.of(
        new YamlFile("o.yaml", text, "objectives"), List.of("log-message", "log-file-small"));
  }

  private static LoadSettings profiles(String text) {
    return LoadSettings.of(new YamlFile("p.yaml", text, "profiles"));
  }

  @Test
  void the_shipped_settings_can_be_read() {
    LoadSettings settings = LoadSettings.read(Path.of("simulations", "profiles.yaml"));
    assertThat(settings.scenarios()).containsOnlyKeys("message", "file", "room", "mixed");
    assertThat(settings.profiles())
        .containsKeys("smoke", "baseline", "step", "spike", "soak", "users");
    assertThat(
            Objective.read(Path.of("contracts", "objectives.yaml"), settings.requests().keySet()))
        .isNotEmpty();
  }

  @Test
  void an_objective_has_request_metric_and_bound() {
    assertThat(objectives(START + "{ request: log-message, metric: p99, bound: '<= 800' }"))
        .containsExactly(new Objective("log-message", Metric.P99, true, 800));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ request: log-massage, metric: p99, bound: '<= 8' } | line 2: objectives.request `log-massage` does not exist; known are log-message,",
        "{ request: log-message, metric: p98, bound: '<= 8' } | line 2: objectives.metric `p98` does not exist; known are p50,",
        "{ request: log-message, metric: p99, bound: '<= 8000000000000' } | line 2: objectives.bound must be a bound like `<= 800`",
        "{ request: log-message, metric: p99, bound: '8 ms' } | line 2: objectives.bound must be a bound like `<= 800`",
        "{ request: log-message, metric: p99, bound: } | line 2: objectives.bound is empty; give it a value",
        "{ request: log-message, metric: p99 } | line 2: `bound` is missing in objectives; add it",
        "{ request: log-message, metric: p99, bound: '<= 8', unit: s } | line 2: unknown key `unit` in objectives; known keys are bound, metric, request",
        "p99 | line 2: objectives must have keys of its own below each -"
      })
  void a_wrong_objective_is_told_with_its_line(String objective, String message) {
    assertThatThrownBy(() -> objectives(START + objective))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("o.yaml, " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ rate: -1, duration: 3s } | line 5: profiles.p.phases.rate must be a number from 0.01 to 100000, not `-1`",
        "{ rate: 5, duration: 3 } | line 5: profiles.p.phases.duration must be a time like 30s, 5m or 1h, not `3`",
        "{ rate: 5, duration: 0s } | line 5: profiles.p.phases.duration must lie between 1ms and 168h, not `0s`",
        "{ rate: 5, duration: 169h } | line 5: profiles.p.phases.duration must lie between 1ms and 168h, not `169h`",
        "{ rate: 5, to: 6, duration: 3s } | line 5: profiles.p.phases has both `rate` and `from` or `to`",
        "{ from: 5, duration: 3s } | line 5: `to` is missing in profiles.p.phases; add it",
        "{ rate: [5], duration: 3s } | line 5: profiles.p.phases.rate must have a single value"
      })
  void a_wrong_phase_is_told_with_its_line(String phase, String message) {
    assertThatThrownBy(() -> profiles(SCENARIOS + "profiles:\n  p:\n    phases:\n      - " + phase))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("p.yaml, " + message);
  }

  @Test
  void a_wrong_value_of_a_phase_over_several_lines_is_told_with_its_own_line() {
    String phases =
        "    phases:\n      - rate: 5\n        duration: 3s\n      -\n        rate: x\n";
    assertThatThrownBy(
            () -> profiles(SCENARIOS + "profiles:\n  p:\n" + phases + "        duration: 3s\n"))
        .hasMessageStartingWith("p.yaml, line 8: profiles.p.phases.rate must be a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ warmUp: 2h, phases: [{ rate: 5, duration: 3s }] } | line 3: profiles.p.warmUp must lie between 1s and 1h, not `2h`",
        "{ stopAtErrorShare: 2, phases: [{ rate: 5, duration: 3s }] } | line 3: profiles.p.stopAtErrorShare must be a number from 0 to 1, not `2`",
        "{ phases: [] } | line 3: profiles.p.phases is empty; give a phase, like { rate: 10",
        "{ phases: 5 } | line 3: profiles.p.phases must have a list",
        "{ phase: [] } | line 3: unknown key `phase` in profiles.p; known keys are duration, model,",
        "{} | line 3: `phases` is missing in profiles.p; add it"
      })
  void a_wrong_profile_is_told_with_its_line(String profile, String message) {
    assertThatThrownBy(() -> profiles(SCENARIOS + "profiles:\n  p: " + profile))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("p.yaml, " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ log-massage: 1 } | scenarios.message.log-massage is no request; known are log-message,",
        "{ log-message: 0 } | scenarios.message.log-message must be a number from 0.001 to 1000000, not `0`",
        "{} | scenarios.message names no request; known are log-message,",
        "log-message | scenarios.message must have keys of its own below it"
      })
  void a_wrong_scenario_is_told_with_its_line(String weights, String message) {
    assertThatThrownBy(() -> profiles("profiles: {}\nscenarios:\n  message: " + weights))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("p.yaml, line 3: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ file: 1MB csv } | `operation` is missing in requests.mine; add it",
        "{ operation: log-file, file: 1MB } | requests.mine.file must be a size like 2kB, 1.5MB or 24MiB, from 2kB to 1GB, and one of jpg, jpeg, pdf, csv, like 1MB csv, not `1MB`",
        "{ operation: log-file, file: 1MB png } | requests.mine.file must be a size",
        "{ operation: log-file, file: 1kB jpg } | requests.mine.file must be a size",
        "{ operation: log-file, files: 1MB csv } | unknown key `files` in requests.mine; known keys are file, operation"
      })
  void a_wrong_request_is_told_with_its_line(String request, String message) {
    assertThatThrownBy(() -> profiles("profiles: {}\nscenarios: {}\nrequests:\n  mine: " + request))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("p.yaml, line 4: " + message);
  }

  @Test
  void a_file_of_profiles_can_declare_requests_and_knows_those_that_are_shipped() {
    LoadSettings settings =
        profiles(
            "requests: { big: { operation: log-file, file: 1.5 MiB pdf } }\n"
                + "scenarios: { both: { big: 1, upload-24mib: 2 } }\nprofiles: {}");
    assertThat(settings.scenarios().get("both").requests())
        .containsExactly(
            new LoadRequest("big", "log-file", 1_572_864, "pdf"),
            new LoadRequest("upload-24mib", "upload-file", 25_165_824, "jpg"));
  }

  @Test
  void a_request_of_an_operation_that_the_target_lacks_is_told_with_its_line() {
    LoadSettings settings =
        profiles(
            "requests:\n  mine: { operation: log-massage }\n"
                + "scenarios: { s: { mine: 1 } }\nprofiles: {}");
    ScenarioChoice choice = new ScenarioChoice(settings, EmbeddedTarget.planned());
    assertThatThrownBy(() -> choice.named("s", Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "p.yaml, line 2: requests.mine.operation names log-massage, which is no operation of the target `embedded`; it has log-message, log-file, upload-file");
  }

  @Test
  void aliases_are_refused_before_they_explode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> profiles(bomb.toString()))
        .hasMessage("p.yaml, line 2: aliases such as *a0 are not read; write it out");
  }

  @Test
  void a_file_that_is_no_yaml_is_told_with_the_line() {
    assertThatThrownBy(() -> profiles("a: 1\nb: [\n"))
        .hasMessageMatching("p\\.yaml, line \\d: not valid YAML: .*");
  }
}
