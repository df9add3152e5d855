package dev.assay.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String START = "objectives:\n  - ";

  @Test
  void the_shipped_settings_can_be_read() throws InvalidLoadException {
    LoadSettings settings = LoadSettings.read(Path.of("simulations", "profiles.yaml"));
    assertThat(settings.scenarios()).containsOnlyKeys("message", "file", "room", "mixed");
    assertThat(settings.profiles())
        .containsKeys("smoke", "baseline", "step", "spike", "soak", "users");
    assertThat(Objective.read(Path.of("contracts", "objectives.yaml"))).isNotEmpty();
  }

  @Test
  void an_objective_has_request_metric_and_bound() throws InvalidLoadException {
    String text = START + "{ request: log-message, metric: p99, bound: '<= 800' }";
    assertThat(Objective.read(SettingsFile.read("o.yaml", text)))
        .containsExactly(new Objective(LoadRequest.LOG_MESSAGE, Metric.P99, true, 800));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ request: log-massage, metric: p99, bound: '<= 8' } | line 2: request `log-massage` does not exist; known are log-message,",
        "{ request: log-message, metric: p98, bound: '<= 8' } | line 2: metric `p98` does not exist; known are p50,",
        "{ request: log-message, metric: p99, bound: '8 ms' } | line 2: bound must look like `<= 800`",
        "{ request: log-message, metric: p99 } | line 2: objectives lacks the key `bound`",
        "{ request: log-message, metric: p99, bound: '<= 8', unit: s } | line 2: unit is an unknown key"
      })
  void a_wrong_objective_is_told_with_its_line(String objective, String message) {
    assertThatThrownBy(() -> Objective.read(SettingsFile.read("o.yaml", START + objective)))
        .isInstanceOf(InvalidLoadException.class)
        .hasMessageStartingWith("o.yaml, ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ rate: -1, duration: 3s } | line 5: rate must be a number from 0.01 to 100000, not `-1`",
        "{ rate: 5, duration: 3 } | line 5: duration must be a time like 30s, 5m or 1h, not `3`",
        "{ rate: 5, to: 6, duration: 3s } | line 5: phases has both `rate` and `from` or `to`",
        "{ from: 5, duration: 3s } | line 5: phases lacks the key `to`"
      })
  void a_wrong_phase_is_told_with_its_line(String phase, String message) {
    String text = "scenarios: {message: {log-message: 1}}\nprofiles:\n  p:\n    phases:\n      - ";
    assertThatThrownBy(() -> LoadSettings.of(SettingsFile.read("p.yaml", text + phase)))
        .hasMessageStartingWith("p.yaml, " + message);
  }

  @Test
  void aliases_are_refused_before_they_explode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> SettingsFile.read("p.yaml", bomb.toString()))
        .hasMessage("p.yaml, line 2: aliases such as *a0 are not read; write it out");
  }

  @Test
  void a_file_that_is_no_yaml_is_told_with_the_line() {
    assertThatThrownBy(() -> SettingsFile.read("p.yaml", "a: 1\nb: [\n"))
        .hasMessageMatching("p\\.yaml, line \\d: not valid YAML: .*");
  }
}
