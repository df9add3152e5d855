package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {

  @TempDir private Path folder;

  private Outcome load(String... options) {
    return Outcome.ofCommand(command(options));
  }

  private static String[] command(String... options) {
    List<String> args = new ArrayList<>(List.of("load"));
    args.addAll(List.of(options));
    return args.toArray(String[]::new);
  }

  private Path objectives(String metricAndBound) throws IOException {
    return Files.writeString(
        folder.resolve("objectives.yaml"),
        "objectives:\n  - { request: log-message, " + metricAndBound + " }\n");
  }

  private Path target(String baseUrl) throws IOException {
    return LoadTargets.file(folder, baseUrl);
  }

  @Test
  void the_embedded_mock_takes_a_mixed_load_and_what_was_sent_arrived() throws IOException {
    Path report = folder.resolve("report");
    Outcome outcome =
        load("mixed", "--duration", "2s", "--rate", "20", "--report", report.toString());
    JsonNode json = new ObjectMapper().readTree(report.resolve("load.json").toFile());
    assertThat(json.path("generator").path("sent").asLong()).isEqualTo(80);
    assertThat(json.path("generator").path("received").asLong()).isEqualTo(80);
    assertThat(json.path("achieved").path("requests").asLong()).isEqualTo(40);
    assertThat(json.path("requests").findValuesAsText("failed")).containsOnly("0");
    assertThat(outcome.out()).contains("mixed/smoke: 40 of 40 requests");
    assertThat(report.resolve("gatling/index.html")).exists();
    assertThat(report.resolve("log-message.hlog")).isNotEmptyFile();
    assertThat(report.resolve("load.xml")).content().contains("<testsuite ");
    assertThat(report.resolve("load.md")).content().contains("| log-message |");
    assertThat(report.resolve("plan.json")).doesNotExist();
  }

  @Test
  void a_slow_service_misses_its_objective() throws Exception {
    Path report = folder.resolve("report");
    try (SlowServer server = SlowServer.atOnce(8_000)) {
      Outcome outcome =
          Outcome.ofMeasurement(
              command(
                  "message",
                  "--duration",
                  "2s",
                  "--target",
                  server.targetFile(folder).toString(),
                  "--objectives",
                  objectives("metric: p95, bound: '<= 7000'").toString(),
                  "--report",
                  report.toString()));
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
      assertThat(outcome.out()).contains("× log-message p95 <= 7000").contains("missed");
    }
  }

  @Test
  void a_service_that_is_not_there_is_not_judged() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Outcome outcome =
        load(
            "message",
            "--rate",
            "20",
            "--duration",
            "2s",
            "--target",
            target("http://127.0.0.1:" + port).toString(),
            "--report",
            folder.resolve("report").toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("the run was stopped because")
        .contains("× no answer: connection refused")
        .contains("– log-message p95")
        .doesNotContain("✔")
        .contains("PARTIAL");
  }

  @Test
  void users_who_wait_for_their_answers_are_measured_from_the_sending() throws IOException {
    Path report = folder.resolve("report");
    String[] shape = {"--users", "5", "--think-time", "100ms", "--duration", "2s"};
    Outcome outcome =
        load(
            Stream.concat(
                    Stream.of("message"),
                    Stream.concat(Stream.of(shape), Stream.of("--report", report.toString())))
                .toArray(String[]::new));
    JsonNode json = new ObjectMapper().readTree(report.resolve("load.json").toFile());
    assertThat(json.path("model").asText()).as(outcome.out()).isEqualTo("closed");
    assertThat(json.path("latencyFrom").asText()).isEqualTo("sending");
    assertThat(json.path("planned").isNull()).isTrue();
    assertThat(json.path("achieved").path("requests").asLong()).isBetween(1L, 5 * 21L);
    assertThat(json.path("generator").path("received"))
        .isEqualTo(json.path("generator").path("sent"));
    assertThat(report.resolve("load.md")).content().contains("coordinated omission");
  }

  @Test
  void a_settings_file_that_is_wrong_is_told_in_a_sentence() throws IOException {
    Path file = objectives("metric: p95, bound: fast");
    Outcome outcome = load("message", "--plan", "--objectives", file.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.sentence())
        .isEqualTo(
            "assay: %s, line 2: objectives.bound must be a bound like `<= 800` or `>= 5`, not `fast`"
                .formatted(file));
  }

  @Test
  void a_plan_of_users_tells_its_bound() {
    assertThat(load("message", "--users", "5", "--duration", "10s", "--plan").out())
        .contains("a closed workload of 5 users who think 1.0 s")
        .contains("at most       65 × log-message");
    assertThat(load("message", "--users", "5", "--think-time", "0s", "--plan").out())
        .contains("How many requests they send depends on the service alone. Nothing was sent.");
    assertThat(load("message", "--users", "5", "--rate", "5").sentence())
        .isEqualTo("assay: --rate is for an open workload; in a closed one users decide it");
  }

  @Test
  void a_plan_of_a_search_tells_its_bounds() {
    assertThat(load("message", "--profile", "capacity", "--rate", "20", "--plan").out())
        .contains("at most 9 probes from 10.0 to 20.0 requests a second, until the gap is 10 %")
        .contains("Nothing was sent");
    assertThat(load("message", "--profile", "capacity", "--users", "5").sentence())
        .contains("without --users");
  }

  @Test
  void a_plan_counts_and_sends_nothing() {
    Outcome outcome = load("message", "--duration", "10s", "--rate", "5", "--plan");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("60 × log-message").contains("Nothing was sent");
  }

  @Test
  void an_operation_is_planned_without_a_scenario() {
    Outcome outcome = load("upload-file", "--file-size", "5MB", "--rate", "1", "--plan");
    assertThat(outcome.out())
        .contains("10 × upload-file", "/api/upload_file", "about 50,002,")
        .contains("Nothing was sent");
  }

  @Test
  void what_does_not_exist_is_told_with_what_does() {
    assertThat(load("massage").sentence())
        .isEqualTo(
            "assay: unknown scenario or operation `massage`; scenarios are message, file, room, mixed; operations of the target `embedded` are log-message, log-file, upload-file");
    assertThat(load("log-message", "--file-size", "2MB").sentence())
        .isEqualTo("assay: log-message takes no file, so no size can be given");
    assertThat(load("log-file", "--file-size", "large").sentence())
        .isEqualTo(
            "assay: --file-size must be a size like 2kB, 1.5MB or 24MiB, from 2kB to 1GB, not `large`");
    assertThat(load("message", "--profile", "huge").sentence())
        .isEqualTo(
            "assay: unknown profile `huge`; known are smoke, baseline, step, spike, soak, users, capacity");
    assertThat(load("message", "--rate", "0").sentence()).contains("--rate must lie between");
    assertThat(load("message", "--duration", "5").sentence()).contains("must be a time like 30s");
  }
}
