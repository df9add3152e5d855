package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.target.Target;
import dev.assay.load.request.LoadRequest;
import dev.assay.mock.EmbeddedTarget;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioChoiceTest {

  private static ScenarioChoice choice(Target target) {
    return new ScenarioChoice(LoadSettings.read(Path.of("simulations", "profiles.yaml")), target);
  }

  /** An operation whose file must be of that kind. */
  private static ScenarioChoice taking(String file) {
    return choice(
        TestRequests.things(
            """
            /things:
              post:
                operationId: put-file
                requestBody:
                  content:
                    multipart/form-data:
                      schema: { type: object, properties: { it: { type: string, format: binary, %s } } }
                responses: { "201": { description: Stored. } }
                x-clauses: []
            """
                .formatted(file)));
  }

  @Test
  void a_target_is_loaded_with_a_scenario_or_one_operation() {
    ScenarioChoice choice =
        new ScenarioChoice(
            LoadSettings.read(Path.of("simulations", "profiles.yaml")), EmbeddedTarget.planned());
    assertThat(choice.named("file", Optional.empty()).requests()).hasSize(3);
    assertThat(choice.named("log-message", Optional.empty()).requests())
        .containsExactly(TestRequests.LOG_MESSAGE);
    assertThat(choice.named("upload-file", Optional.of(5_000L)).requests())
        .containsExactly(new LoadRequest("upload-file", "upload-file", 5_000, "jpg"));
    assertThat(choice.named("log-file", Optional.empty()).requests())
        .containsExactly(new LoadRequest("log-file", "log-file", 1_000_000, "jpg"));
    assertThat(choice.widest().name()).isEqualTo("mixed");
    assertThat(choice.requests()).contains("log-file-1mb", "log-file", "upload-file");
    assertThatThrownBy(() -> choice.named("tea", Optional.empty()))
        .hasMessage(
            "unknown scenario or operation `tea`; scenarios are message, file, room, mixed; operations of the target `embedded` are log-message, log-file, upload-file");
    assertThatThrownBy(() -> choice.named("log-message", Optional.of(5_000L)))
        .hasMessage("log-message takes no file, so no size can be given");
    assertThatThrownBy(() -> choice.named("mixed", Optional.of(5_000L)))
        .hasMessageEndingWith("`mixed` is a scenario");
  }

  @Test
  void a_file_has_a_documented_kind_and_size() {
    assertThat(taking("x-extensions: [doc, csv]").named("put-file", Optional.empty()).requests())
        .containsExactly(new LoadRequest("put-file", "put-file", 1_000_000, "csv"));
    assertThat(
            taking("x-limits: { maxBytes: 5000 }").named("put-file", Optional.empty()).requests())
        .containsExactly(new LoadRequest("put-file", "put-file", 5_000, "jpg"));
    assertThat(taking("x-extensions: [png]").named("put-file", Optional.empty()).requests())
        .as("the sample, where no size can be chosen")
        .containsExactly(new LoadRequest("put-file", "put-file", 199, "png"));
    assertThatThrownBy(
            () -> taking("x-extensions: [png]").named("put-file", Optional.of(1_000_000L)))
        .hasMessage(
            "put-file takes files of png, and none of 1,000,000 bytes can be made: that takes jpg, jpeg, pdf, csv, and 2 kB or more");
    assertThatThrownBy(() -> taking("x-extensions: [mp3]").named("put-file", Optional.empty()))
        .hasMessageStartingWith("put-file takes files of mp3, and none");
  }

  @Test
  void without_a_scenario_for_it_a_target_is_loaded_with_all_that_can_be_asked_again() {
    Target things =
        TestRequests.things(
            """
            /things:
              get:
                operationId: list-things
                responses: { "200": { description: All. } }
                x-clauses: []
              delete:
                operationId: drop-things
                responses: { "204": { description: Gone. } }
                x-clauses: []
            """);
    assertThat(choice(things).widest().requests()).containsExactly(LoadRequest.of("list-things"));
  }
}
