package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gate, load and cutover reach staging as a contract run does ({@link StagingTest}). */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagingSelfTest {

  private Path folder;
  private Staging staging;
  private Path environment;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    staging = Staging.in(folder);
    environment = staging.environment();
  }

  @AfterAll
  void stop() throws Exception {
    staging.close();
  }

  private void assertNoSecretIn(Path report) throws IOException {
    List<Path> written;
    try (var files = Files.walk(report)) {
      written = files.filter(Files::isRegularFile).toList();
    }
    assertThat(written).isNotEmpty();
    for (Path file : written) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(Staging.CANARIES)
          .doesNotContain(TestAccounts.sample().haptikToken());
    }
  }

  @Test
  void a_gate_checks_and_loads_it() throws Exception {
    Path report = folder.resolve("gate-report");
    Outcome outcome =
        Outcome.ofCommand(
            "gate",
            "--target",
            staging.file("gated", Map.of()).toString(),
            "--env-file",
            environment.toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertNoSecretIn(report);
  }

  @Test
  void a_load_renews_its_tokens_and_shows_no_secret() throws Exception {
    Path report = folder.resolve("load-report");
    Outcome outcome =
        Outcome.ofCommand(
            "load",
            "message",
            "--profile",
            "smoke",
            "--rate",
            "20",
            "--duration",
            "12s",
            "--target",
            staging.file("loaded", Map.of()).toString(),
            "--env-file",
            environment.toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertNoSecretIn(report);
  }

  @Test
  void a_cutover_compares_two_servers_of_one_name() throws Exception {
    Path report = folder.resolve("cutover-report");
    Outcome outcome =
        Outcome.ofCommand(
            "cutover",
            "--from",
            staging.file("before", Map.of()).toString(),
            "--to",
            staging.file("after", Map.of("connectTo", "127.0.0.8:443")).toString(),
            "--select",
            "log-message",
            "--env-file",
            environment.toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertNoSecretIn(report);
  }
}
