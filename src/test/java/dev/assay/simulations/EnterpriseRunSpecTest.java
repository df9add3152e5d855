package dev.assay.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a packaged simulation makes of its environment. */
class EnterpriseRunSpecTest {

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void enough() throws IOException {
    environment.put("ASSAY_SCENARIO", "message");
    environment.put("ASSAY_TARGET", target("http://127.0.0.1:9").toString());
    environment.put("HAPTIK_TOKEN", "token-of-the-environment");
    environment.put("HAPTIK_CLIENT_ID", "client-of-the-environment");
  }

  private Path target(String baseUrl) throws IOException {
    return Files.writeString(
        folder.resolve("staging.yaml"),
        """
        services:
          haptik:
            baseUrl: %s
            token: ${HAPTIK_TOKEN}
            clientId: ${HAPTIK_CLIENT_ID}
            businessId: 343
            registeredUser: user1
        """
            .formatted(baseUrl));
  }

  private RunSpec read() throws IOException {
    return new EnterpriseRunSpec(environment, folder).read();
  }

  @Test
  void the_plan_is_that_of_the_variables_and_the_credentials_are_those_of_the_target_file()
      throws IOException {
    environment.put("ASSAY_PROFILE", "spike");
    environment.put("ASSAY_RATE", "40");
    environment.put("ASSAY_DURATION", "16s");
    RunSpec spec = read();
    assertThat(spec.plan().scenario().name()).isEqualTo("message");
    assertThat(spec.plan().profile().name()).isEqualTo("spike");
    assertThat(spec.plan().profile().mostPerSecond()).isEqualTo(40);
    assertThat(spec.plan().profile().seconds()).isEqualTo(16);
    assertThat(spec.plan().target()).isEqualTo("staging");
    assertThat(spec.plan().injector().isOnly()).isTrue();
    assertThat(spec.parent()).isEmpty();
    assertThat(spec.credentials().filledIn("haptik", "Bearer $TOKEN, $CLIENT_ID"))
        .isEqualTo("Bearer token-of-the-environment, client-of-the-environment");
  }

  @Test
  void without_a_word_about_its_shape_it_is_the_smallest_one() throws IOException {
    assertThat(read().plan().profile().name()).isEqualTo("smoke");
  }

  @ParameterizedTest
  @CsvSource({
    "ASSAY_SCENARIO, '', the environment variable ASSAY_SCENARIO is missing",
    "ASSAY_TARGET, '', the environment variable ASSAY_TARGET is missing",
    "ASSAY_TARGET, nowhere, this package holds no contracts/targets/nowhere.yaml",
    "ASSAY_TARGET, /nowhere/t.yaml, /nowhere/t.yaml",
    "ASSAY_SCENARIO, tea, unknown scenario or operation `tea`; scenarios are message",
    "ASSAY_PROFILE, tea, unknown profile `tea`",
    "ASSAY_RATE, much, 'ASSAY_RATE must be a number of requests a second, not much'",
    "ASSAY_RATE, -1, 'ASSAY_RATE must be a number of requests a second, not -1'",
    "ASSAY_DURATION, long, ASSAY_DURATION",
    "HAPTIK_TOKEN, '', HAPTIK_TOKEN"
  })
  void what_is_wrong_is_told_in_a_sentence(String variable, String value, String told) {
    environment.put(variable, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .message()
        .contains(told)
        .doesNotContain("Exception");
  }

  @Test
  void a_service_on_another_machine_is_loaded_with_its_owners_consent_only() throws IOException {
    target("https://chat.example.com");
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("limits.load.allowed");
  }
}
