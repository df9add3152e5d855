package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.AssayProcess.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of {@code assay prove --suite} that is interrupted while a suite is under way. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class SuiteInterruptionSelfTest {

  /** Two processes that outlast it, one of them in a session of its own. */
  private static final String HANG =
      "{ setsid sleep 600 & echo $! >> %1$s; sleep 600 & echo $! >> %1$s; wait; }";

  @TempDir private Path folder;

  private Path pids() {
    return folder.resolve("pids");
  }

  private AssayProcess start(String script) throws IOException {
    Path suite = Files.writeString(folder.resolve("suite.sh"), script.formatted(pids()));
    return Launch.in(folder)
        .start(
            "prove",
            "--contract",
            "src/test/resources/derived/tasks.yaml",
            "--suite",
            "sh " + suite,
            "--jobs",
            "2",
            "--report",
            new ProvenSuite(folder).report().toString());
  }

  private List<String> hanging() {
    try {
      return Files.exists(pids()) ? Files.readAllLines(pids()) : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode interrupted(AssayProcess assay, String signal, int processes) throws Exception {
    assay.until(() -> hanging().size() >= processes);
    assay.signal(signal);
    assertThat(assay.exitCode()).as(assay.out() + assay.err()).isEqualTo(2);
    assertThat(assay.out()).contains("PARTIAL assay ").contains("ended before it could tell");
    assertThat(hanging())
        .noneMatch(
            pid -> ProcessHandle.of(Long.parseLong(pid)).filter(p -> isRunning(p)).isPresent());
    assertThat(new ProvenSuite(folder).report().resolve("index.html")).isNotEmptyFile();
    JsonNode json = new ProvenSuite(folder).json();
    assertThat(json.path("partial").asBoolean()).isTrue();
    assertThat(json.path("outcome").asText()).isEqualTo("undecided");
    return json;
  }

  /** One that is over, and that nobody has asked about yet, has no command any more. */
  private static boolean isRunning(ProcessHandle process) {
    return process.info().command().isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void while_it_meets_the_unmodified_stand_in(String signal) throws Exception {
    try (AssayProcess assay = start(HANG)) {
      JsonNode json = interrupted(assay, signal, 2);
      assertThat(json.path("counts").path("notRun").asInt()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void while_it_meets_mutants(String signal) throws Exception {
    String suite =
        """
        status=$(curl -s -o /dev/null -w '%%{http_code}' "$ASSAY_BASE_URL/tasks" \\
          -H "X-Key: $ASSAY_TOKEN" -H 'Content-Type: application/json' -d '{"title": "Read"}')
        test $status = 201 ||\s"""
            + HANG;
    try (AssayProcess assay = start(suite)) {
      JsonNode json = interrupted(assay, signal, 4);
      assertThat(json.path("counts").path("killed").asInt()).isZero();
      assertThat(json.path("baseline").size()).isEqualTo(3);
    }
  }
}
