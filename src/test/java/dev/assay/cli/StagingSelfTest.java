package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    staging = Staging.in(folder);
  }

  @AfterAll
  void stop() throws Exception {
    staging.close();
  }

  @Test
  void a_gate_checks_and_loads_it() throws Exception {
    Path report = folder.resolve("gate-report");
    Outcome outcome =
        staging.assay(
            "gate",
            "--target",
            staging.file("gated", Map.of()).toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Staging.assertNoSecretIn(report);
  }

  @Test
  void a_load_renews_its_tokens_and_shows_no_secret() throws Exception {
    Path report = folder.resolve("load-report");
    Outcome outcome =
        staging.assay(
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
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Staging.assertNoSecretIn(report);
  }

  @Test
  void a_cutover_compares_two_servers_of_one_name() throws Exception {
    Path report = folder.resolve("cutover-report");
    Outcome outcome =
        staging.assay(
            "cutover",
            "--from",
            staging.file("before", Map.of()).toString(),
            "--to",
            staging.file("after", Map.of("connectTo", "127.0.0.8:443")).toString(),
            "--select",
            "log-message",
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Staging.assertNoSecretIn(report);
  }
}
