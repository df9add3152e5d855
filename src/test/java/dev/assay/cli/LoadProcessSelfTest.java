package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A load run as a process of its own, as the launcher starts it, and how it ends before its time.
 */
@Tag("slow")
class LoadProcessSelfTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  @TempDir private Path folder;

  private Path report() {
    return folder.resolve("report");
  }

  /** With a limit to the size of files in units of 512 bytes, or 0 for none. */
  private Process start(SlowServer server, int fileLimit, String... more) throws IOException {
    return process(server, fileLimit, more).start();
  }

  private ProcessBuilder process(SlowServer server, int fileLimit, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add((fileLimit == 0 ? "" : "ulimit -f " + fileLimit + "; ") + "exec \"$@\"");
    command.add("sh");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add("-Dslf4j.internal.verbosity=WARN");
    command.add("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");
    command.addAll(List.of(Main.class.getName(), "load", "message", "--rate", "20"));
    command.addAll(List.of("--duration", "60s", "--report", report().toString()));
    command.addAll(List.of("--target", server.targetFile(folder).toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.redirectErrorStream(true);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String end(Process process) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @ParameterizedTest
  @CsvSource({"INT, 1", "TERM, 1", "INT, 80", "TERM, 80"})
  void a_signal_ends_it_with_a_partial_report_and_no_process_left(String signal, long requests)
      throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      Process process = start(server, 0);
      await(() -> server.received() >= requests);
      List<ProcessHandle> children = process.descendants().toList();
      Signals.send(signal, process.toHandle());
      String said = end(process);
      assertThat(process.exitValue()).as(said).isEqualTo(2);
      assertThat(said).contains("PARTIAL assay load").contains("! the run was interrupted");
      JsonNode json = new ObjectMapper().readTree(report().resolve("load.json").toFile());
      assertThat(json.path("partial").asBoolean()).isTrue();
      assertThat(json.path("outcome").asText()).isEqualTo("invalid");
      assertThat(children).isNotEmpty();
      await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void a_signal_ends_all_injectors_with_one_partial_report() throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      Process process = start(server, 0, "--injectors", "2");
      await(() -> server.received() >= 80);
      List<ProcessHandle> children = process.descendants().toList();
      Signals.send("INT", process.toHandle());
      String said = end(process);
      assertThat(process.exitValue()).as(said).isEqualTo(2);
      assertThat(said).contains("PARTIAL assay load").contains("! the run was interrupted");
      JsonNode json = new ObjectMapper().readTree(report().resolve("load.json").toFile());
      assertThat(json.path("injectors").asInt()).isEqualTo(2);
      assertThat(json.path("partial").asBoolean()).isTrue();
      assertThat(children).hasSizeGreaterThanOrEqualTo(2);
      await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void killed_it_keeps_what_it_measured_and_leaves_no_process() throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      Process process = start(server, 0);
      await(() -> server.received() >= 120);
      List<ProcessHandle> children = process.descendants().toList();
      Signals.send("KILL", process.toHandle());
      end(process);
      await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(report().resolve("log-message.hlog")).content().contains("Tag=latency,");
      assertThat(report().resolve("load.json")).doesNotExist();
    }
  }

  @Test
  void where_files_cannot_grow_it_ends_with_a_sentence() throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      Process process = start(server, 4);
      String said = end(process);
      assertThat(process.exitValue()).as(said).isEqualTo(2);
      assertThat(said).doesNotContain("\tat ").doesNotContain("should not have");
      assertThat(Files.exists(report().resolve("load.json")) || said.startsWith("assay: "))
          .as(said)
          .isTrue();
    }
  }

  @Test
  void a_load_generator_that_cannot_start_is_told_with_what_it_says() throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      ProcessBuilder builder = process(server, 0);
      builder.environment().put("ASSAY_GENERATOR_OPTS", " -Xms64m\t-XX:NoSuchOption ");
      Process process = builder.start();
      String said = end(process);
      assertThat(process.exitValue()).as(said).isEqualTo(2);
      assertThat(said)
          .contains("! the load generator ended before its time with exit code 1; gatling.log")
          .contains("invalid");
      assertThat(report().resolve("gatling.log")).content().contains("NoSuchOption");
      assertThat(server.received()).isLessThan(5);
    }
  }
}
