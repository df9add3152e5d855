package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CapacitySelfTest {

  @TempDir private Path folder;

  @Test
  void the_capacity_of_a_service_that_refuses_more_than_40_requests_a_second_is_found()
      throws Exception {
    Path profiles =
        Files.writeString(
            folder.resolve("profiles.yaml"),
            """
            scenarios: { message: { log-message: 1 } }
            profiles:
              capacity:
                warmUp: 1s
                search: { lowest: 10, highest: 80, precision: 0.5, probe: 10s }
            """);
    Path objectives =
        Files.writeString(
            folder.resolve("objectives.yaml"),
            "objectives:\n  - { request: log-message, metric: errorRate, bound: '<= 0.01' }\n");
    Path report = folder.resolve("report");
    try (SlowServer server = SlowServer.refusingAfter(40 * (1 + 10))) {
      Outcome outcome =
          Outcome.ofMeasurement(
              "load",
              "message",
              "--profile",
              "capacity",
              "--profiles",
              profiles.toString(),
              "--objectives",
              objectives.toString(),
              "--target",
              server.targetFile(folder).toString(),
              "--report",
              report.toString());
      JsonNode json = new ObjectMapper().readTree(report.resolve("load.json").toFile());
      JsonNode capacity = json.path("capacity");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(capacity.path("keepsPerSecond").asDouble()).as(outcome.out()).isEqualTo(40);
      assertThat(capacity.path("breaksPerSecond").asDouble()).as(outcome.out()).isEqualTo(60);
      assertThat(json.path("achieved").path("perSecond").asDouble())
          .isEqualTo(capacity.path("keepsPerSecond").asDouble());
      assertThat(outcome.out()).contains("/s again  kept").contains("capacity: ");
      assertThat(report.resolve("load.md")).content().contains("(recovery) | kept");
      assertThat(report.resolve("probe-01/log-message.hlog")).isNotEmptyFile();
    }
  }
}
