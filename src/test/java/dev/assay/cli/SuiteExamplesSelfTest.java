package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.LoggedProcess;
import dev.assay.NodeTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Suites as other people have them, weak on purpose: what each lets pass is known. */
@Tag("slow")
class SuiteExamplesSelfTest {

  private static final Path SUITES = Path.of("src/it/suites");
  private static final Path JAVA_SUITE = Path.of("target/weak-suite").toAbsolutePath();

  @TempDir private Path folder;

  private Map<String, String> proven(String command, List<String> defects) throws Exception {
    Path report = folder.resolve("proof");
    List<String> args = new ArrayList<>(List.of("prove", "--suite", command));
    args.addAll(List.of("--report", report.toString()));
    defects.forEach(defect -> args.addAll(List.of("--defect", defect)));
    Outcome outcome = Outcome.ofCommand(args.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Map<String, String> outcomes = new TreeMap<>();
    new JsonMapper()
        .readTree(report.resolve("prove-suite.json").toFile())
        .path("defects")
        .forEach(each -> outcomes.put(each.path("id").asText(), each.path("outcome").asText()));
    return outcomes;
  }

  @Test
  @EnabledIf("dev.assay.NodeTools#canBeInstalled")
  void a_collection_of_newman_lets_pass_what_it_has_no_test_for() throws Exception {
    NodeTools newman = NodeTools.install(SUITES.resolve("newman"));
    String command = "cd '%s' && sh run.sh".formatted(newman.folder());
    Map<String, String> expected =
        Map.of(
            "log-message-200-answered-201", "killed",
            "log-message-message-body-lower-case", "killed",
            "log-message-message-type-dropped", "survived",
            "log-message-created-at-null", "survived",
            "log-message-403-not-given", "killed",
            "log-message-403-answered-400", "survived",
            "log-file-message-id-dropped", "killed",
            "upload-file-file-cut-at-64-kib", "equivalent",
            "upload-file-file-last-byte-lost", "survived",
            "upload-file-401-answered-400", "not reached");
    assertThat(proven(command, List.copyOf(expected.keySet())))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void a_suite_of_rest_assured_lets_pass_what_it_has_no_assertion_for() throws Exception {
    NodeTools.copy(SUITES.resolve("rest-assured"), JAVA_SUITE);
    String maven = Path.of("mvnw").toAbsolutePath().toString();
    try (LoggedProcess build =
        LoggedProcess.start(JAVA_SUITE, Map.of(), List.of("sh", maven, "-B", "test-compile"))) {
      build.ended();
    }
    String command =
        "cd '%s' && '%s' -XX:TieredStopAtLevel=1 -cp 'target/test-classes:target/dependency/*' org.junit.platform.console.ConsoleLauncher execute --scan-classpath=target/test-classes"
            .formatted(JAVA_SUITE, Path.of(System.getProperty("java.home"), "bin", "java"));
    Map<String, String> expected =
        Map.of(
            "log-message-200-answered-201", "killed",
            "log-message-message-body-lower-case", "killed",
            "log-message-message-type-dropped", "survived",
            "log-message-401-not-given", "killed",
            "log-message-403-not-given", "survived",
            "log-file-200-answered-201", "not reached");
    assertThat(proven(command, List.copyOf(expected.keySet())))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }
}
