package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LoadRepeatsSelfTest {

  @TempDir private Path folder;

  private Outcome load(long millis, String report, String... more) throws IOException {
    String[] options = {
      "load", "message", "--rate", "20", "--duration", "4s", "--repeat", "3", "--quiet"
    };
    try (SlowServer server = SlowServer.atOnce(millis)) {
      String[] all = new String[options.length + more.length + 4];
      System.arraycopy(options, 0, all, 0, options.length);
      System.arraycopy(more, 0, all, options.length, more.length);
      all[all.length - 4] = "--target";
      all[all.length - 3] = server.targetFile(folder).toString();
      all[all.length - 2] = "--report";
      all[all.length - 1] = folder.resolve(report).toString();
      return Outcome.ofCommand(all);
    }
  }

  @Test
  void a_service_that_got_slower_than_in_an_earlier_run_is_seen() throws IOException {
    Outcome before = load(20, "before");
    assertThat(before.exitCode()).as(before.out() + before.err()).isZero();
    Outcome after = load(1_500, "after", "--against", folder.resolve("before").toString());
    assertThat(after.exitCode()).as(after.out() + after.err()).isEqualTo(1);
    assertThat(after.out())
        .containsPattern("log-message +p50 .*, now .* ms: \\+1\\d{3}\\.\\d ms .* regression");
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
