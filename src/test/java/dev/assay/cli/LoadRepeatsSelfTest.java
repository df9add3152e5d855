package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LoadRepeatsSelfTest {

  @TempDir private Path folder;

  private Outcome load(long millis, String report, String... more) throws Exception {
    try (SlowServer server = SlowServer.atOnce(millis)) {
      List<String> all = new ArrayList<>();
      all.addAll(List.of("load", "message", "--rate", "10", "--duration", "4s", "--repeat", "3"));
      all.addAll(List.of("--quiet", "--objectives", withoutTimes().toString()));
      all.addAll(List.of("--target", server.targetFile(folder).toString()));
      all.addAll(List.of("--report", folder.resolve(report).toString()));
      all.addAll(List.of(more));
      return Outcome.ofMeasurement(all.toArray(String[]::new));
    }
  }

  /** A machine that is busy otherwise could not tell a bound in milliseconds. */
  private Path withoutTimes() throws IOException {
    return Files.writeString(
        folder.resolve("objectives.yaml"),
        "objectives:\n  - { request: log-message, metric: errorRate, bound: '<= 0.01' }\n");
  }

  @Test
  void a_service_that_got_slower_than_in_an_earlier_run_is_seen() throws Exception {
    Outcome before = load(20, "before");
    assertThat(before.exitCode()).as(before.out() + before.err()).isZero();
    // By far more than what a busy machine adds in one repeat of three.
    Outcome after = load(5_000, "after", "--against", folder.resolve("before").toString());
    assertThat(after.exitCode()).as(after.out() + after.err()).isEqualTo(1);
    assertThat(after.out())
        .containsPattern("log-message +p50 .*, now .* ms: \\+\\d{4}\\.\\d ms .* regression");
    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("after/load.json").toFile())
                .path("comparison")
                .path("verdict")
                .asText())
        .isEqualTo("regression");
    assertThat(folder.resolve("after/repeat-03/log-message.hlog")).isNotEmptyFile();
    assertThat(folder.resolve("after/load.md")).content().contains("| log-message p50 |");
  }
}
