package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Launch;
import dev.assay.exchange.Hostility;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.RawServer.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest answers, met by whole contract runs with a heap of 256 MiB. */
@Tag("slow")
class SmallHeapSelfTest {

  private static final String RECEIPT =
      "{\"message_id\": %d, \"message_body\": \"x\", \"created_at\": \"x\", \"message_type\": 0, \"more\": %s}";

  @TempDir private Path folder;

  private String run(Script script, int exitCode, String... options) throws Exception {
    try (RawServer server = RawServer.start(script);
        AssayProcess assay = start(server, options)) {
      assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(exitCode);
      assertThat(assay.err()).isEmpty();
      assertThat(folder.resolve("report/contract.json")).isNotEmptyFile();
      return assay.out();
    }
  }

  private AssayProcess start(RawServer server, String... options) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("contract");
    all.addAll(List.of("--target", TargetFile.haptik(folder, server.uri(), 10).toString()));
    all.addAll(List.of("--report", folder.resolve("report").toString()));
    all.addAll(List.of(options));
    return Launch.in(folder).withHeap("256m").start(all.toArray(String[]::new));
  }

  /** The first answers are small, so that the service is recognised and all cases are played. */
  private static Script after(int small, Script script) {
    return (connection, n) -> {
      if (n < small) {
        connection.readRequest();
        connection.answer(200, RECEIPT.formatted(n, "1"));
      } else {
        script.run(connection, n);
      }
    };
  }

  @Test
  void answers_without_end() throws Exception {
    String out =
        run(after(4, Hostility.endless("{")), 1, "--deadline", "15s", "--select", "log-message");
    assertThat(out).contains("assay ").doesNotContain("OutOfMemory");
  }

  @Test
  void gzip_bombs() throws Exception {
    String out =
        run(after(4, Hostility.gzipBomb()), 1, "--deadline", "15s", "--select", "log-message");
    assertThat(out).contains("assay ").doesNotContain("OutOfMemory");
  }

  @Test
  void answers_that_are_nested_a_hundred_thousand_deep() throws Exception {
    String deep = "[".repeat(100_000) + "1" + "]".repeat(100_000);
    String out =
        run(
            after(
                4,
                (connection, n) -> {
                  connection.readRequest();
                  connection.answer(200, RECEIPT.formatted(n, deep));
                }),
            1,
            "--select",
            "log-message");
    assertThat(out).contains("nested deeper than 500 levels").doesNotContain("StackOverflow");
  }

  @Test
  void a_quarter_of_a_mebibyte_of_json_in_every_answer() throws Exception {
    String large = "[" + "\"0123456789\",".repeat(18_000) + "1]";
    String out =
        run(
            (connection, n) -> {
              connection.readRequest();
              connection.answer(200, RECEIPT.formatted(n, large));
            },
            1,
            "--select",
            "log-message");
    assertThat(out).contains("violates").doesNotContain("OutOfMemory");
  }
}
