package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load generators that really share a load. */
class InjectorsSelfTest {

  @TempDir private Path folder;

  private static JsonNode json(Path report) throws IOException {
    return new ObjectMapper().readTree(report.resolve("load.json").toFile());
  }

  @Test
  void two_injectors_send_the_plan_and_are_judged_as_one_now_and_later() throws IOException {
    Path report = folder.resolve("report");
    Outcome outcome =
        Outcome.ofCommand(
            "load",
            "message",
            "--injectors",
            "2",
            "--duration",
            "3s",
            "--rate",
            "15",
            "--report",
            report.toString());
    JsonNode json = json(report);
    assertThat(json.path("injectors").asInt()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(json.path("generator").path("sent").asLong()).isEqualTo(75);
    assertThat(json.path("generator").path("received").asLong()).isEqualTo(75);
    assertThat(json.path("planned").path("requests").asLong()).isEqualTo(45);
    assertThat(json.path("achieved").path("requests").asLong()).isEqualTo(45);
    assertThat(json.path("requests").findValuesAsText("failed")).containsOnly("0");
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(report.resolve("injector-01/plan.json")).doesNotExist();

    Path again = folder.resolve("again");
    Outcome merged =
        Outcome.ofCommand(
            "merge",
            report.resolve("injector-02").toString(),
            report.resolve("injector-01").toString(),
            "--report",
            again.toString());
    assertThat(merged.exitCode()).as(merged.out() + merged.err()).isEqualTo(outcome.exitCode());
    assertThat(json(again).path("requests")).isEqualTo(json.path("requests"));
    assertThat(json(again).path("injectors")).isEqualTo(json.path("injectors"));
    assertThat(again.resolve("index.html")).isNotEmptyFile();
  }
}
