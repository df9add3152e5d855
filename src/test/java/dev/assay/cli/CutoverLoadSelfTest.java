package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cutover under load, between two services that differ in how long they take. */
@Tag("slow")
class CutoverLoadSelfTest {

  @TempDir private Path folder;

  @Test
  void a_slower_service_is_for_review_with_figures_and_intervals() throws Exception {
    try (SlowServer old = SlowServer.atOnce(20);
        SlowServer slower = SlowServer.atOnce(5_000)) {
      Outcome outcome =
          Outcome.ofMeasurement(
              "cutover",
              "--from",
              old.targetFile(Files.createDirectory(folder.resolve("old"))).toString(),
              "--to",
              slower.targetFile(Files.createDirectory(folder.resolve("new"))).toString(),
              "--select",
              "log-message/200/plain",
              "--load",
              "message",
              "--load-repeat",
              "3",
              "--rate",
              "10",
              "--duration",
              "4s",
              "--report",
              folder.resolve("report").toString(),
              "--quiet");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.out())
          .containsPattern("log-message +p50 .*: \\+[45]\\d{3}\\.\\d ms \\(.* to .*\\) +regression")
          .contains("REVIEW: no clause regressed, but the new one is slower under the same load.");
    }
    JsonNode latency =
        new ObjectMapper().readTree(folder.resolve("report/cutover.json").toFile()).path("latency");
    assertThat(latency.path("verdict").asText()).isEqualTo("regression");
    assertThat(latency.path("percentiles").path(0).path("changeLowMs").asDouble()).isPositive();
    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains("<title>REVIEW: ", "Latency under the same load, by turns");
    for (String run : new String[] {"load-01-old", "load-01-new", "load-03-new"}) {
      assertThat(folder.resolve("report").resolve(run).resolve("load.json")).isNotEmptyFile();
    }
  }
}
