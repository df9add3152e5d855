package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.report.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes for canaries tell the three answers of a gate apart. */
class RolloutRecipesTest {

  @TempDir private Path folder;

  private static JsonNode recipe(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(Path.of("src/recipes", name)));
  }

  @Test
  void argo_takes_what_is_neither_go_nor_no_go_for_inconclusive() throws Exception {
    JsonNode metrics = recipe("argo-rollouts.yml").at("/spec/metrics");
    JsonNode verdict = metrics.path(1);
    assertThat(verdict.path("successCondition").asText()).isEqualTo("result == \"GO\"");
    assertThat(verdict.path("failureCondition").asText()).isEqualTo("result == \"NO-GO\"");
    assertThat(verdict.at("/provider/web/jsonPath").asText()).isEqualTo("{$.outcome}");
    JsonNode container = metrics.path(0).at("/provider/job/spec/template/spec/containers/0");
    assertThat(container.path("env").path(0).path("value"))
        .isEqualTo(verdict.at("/provider/web/url"));
    Path puts = folder.resolve("curl");
    Files.writeString(puts, "#!/bin/sh\necho \"$@\"\n");
    Files.writeString(folder.resolve("assay"), "#!/bin/sh\nexit 2\n");
    for (String program : List.of("curl", "assay")) {
      assertThat(folder.resolve(program).toFile().setExecutable(true)).isTrue();
    }
    ProcessBuilder job = new ProcessBuilder("sh", "-c", container.path("args").path(0).asText());
    job.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    job.environment().put("RESULT", "http://results/1.json");
    Process process = job.start();
    String put = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(put.strip()).isEqualTo("-fsS -T reports/gate/gate.json http://results/1.json");
  }

  @ParameterizedTest
  @CsvSource({"GO, 1", "NO-GO, 0", "UNDECIDED, 1"})
  void flagger_rolls_back_for_a_no_go_only(String outcome, int code) throws Exception {
    JsonNode hooks = recipe("flagger.yml").at("/spec/analysis/webhooks");
    assertThat(hooks.path(0).path("type").asText()).isEqualTo("confirm-promotion");
    assertThat(hooks.path(1).path("type").asText()).isEqualTo("rollback");
    Path json = folder.resolve("gate.json");
    Files.writeString(
        json, JsonText.pretty(new YAMLMapper().createObjectNode().put("outcome", outcome)));
    String check =
        hooks
            .path(1)
            .at("/metadata/cmd")
            .asText()
            .replace("/work/reports/canary/gate.json", json.toString());
    assertThat(new ProcessBuilder("sh", "-c", check).start().waitFor()).isEqualTo(code);
  }
}
