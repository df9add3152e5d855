package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell commands of the gatling-operator's pods, acted out with processes in place of pods and
 * a folder in place of its bucket.
 */
@Tag("slow")
class OperatorSelfTest {

  private static final String RUNNER =
      """
      mkdir -p "$RESULTS"
      gatling.sh -sf /opt/gatling/user-files/simulations -s message -rsf /opt/gatling/user-files/resources \
        -rf "$RESULTS" -nr -rm local
      if [ $? -ne 0 ]; then touch "$RESULTS/FAILED"; else touch "$RESULTS/COMPLETED"; fi
      """;

  /** Each log goes to the same name, so that only one of each pod is left. */
  private static final String TRANSFERER =
      """
      test -f "$RESULTS/COMPLETED" || exit 1
      for source in $(find "$RESULTS" -type f -name '*.log'); do cp "$source" "$BUCKET/$HOSTNAME.log"; done
      """;

  private static final String REPORTER =
      """
      gatling.sh -rf "$(dirname "$RESULTS")" -ro "$(basename "$RESULTS")"
      """;

  /** As the API server of Kubernetes lists them, in no order. */
  private static final String PODS =
      """
      {"kind": "PodList", "items": [
        {"metadata": {"name": "assay-runner-x7k2p", "generateName": "assay-runner-",
          "ownerReferences": [{"kind": "Job", "name": "assay-runner"}]}},
        {"metadata": {"name": "assay-runner-b4mzq", "generateName": "assay-runner-"}}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void image() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("bucket"));
    Files.copy(
        Path.of("src/recipes/kubernetes/gatling.sh"),
        executable("bin/gatling.sh", ""),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    executable("bin/curl", "cat >/dev/null; cat <<'END'\n" + PODS + "END\n");
    executable(
        "bin/assay",
        "exec '%s/bin/java' -Xmx256m -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
  }

  private Path executable(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private Process pod(String name, String command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("ASSAY", folder.resolve("bin/assay").toString());
    builder.environment().put("HOSTNAME", name);
    builder.environment().put("BUCKET", folder.resolve("bucket").toString());
    builder.environment().put("RESULTS", folder.resolve(name).toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private static String end(Process process) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void two_pods_send_one_load_and_the_reporter_leaves_one_page() throws Exception {
    try (SlowServer server = SlowServer.atOnce(1)) {
      Map<String, String> load =
          Map.of(
              "ASSAY_INJECTORS", "2",
              "ASSAY_TARGET", server.targetFile(folder).toString(),
              "ASSAY_RATE", "20",
              "ASSAY_DURATION", "8s");
      List<String> names = List.of("assay-runner-x7k2p", "assay-runner-b4mzq");
      List<Process> pods = new ArrayList<>();
      for (String name : names) {
        pods.add(pod(name, RUNNER, load));
      }
      for (Process pod : pods) {
        end(pod);
      }
      for (String name : names) {
        end(pod(name, TRANSFERER, Map.of()));
      }
      Path aggregate = Files.createDirectories(folder.resolve("reporter"));
      for (String name : names) {
        Files.copy(folder.resolve("bucket/" + name + ".log"), aggregate.resolve(name + ".log"));
      }
      String said = end(pod("reporter", REPORTER, Map.of()));
      JsonNode json = new ObjectMapper().readTree(aggregate.resolve("load.json").toFile());
      assertThat(json.path("injectors").asInt()).as(said).isEqualTo(2);
      assertThat(json.path("planned").path("requests").asLong()).isEqualTo(160);
      assertThat(json.path("achieved").path("requests").asLong()).isEqualTo(160);
      assertThat(json.path("generator").path("sent").asLong()).isEqualTo(server.received());
      assertThat(aggregate.resolve("index.html")).isNotEmptyFile();
    }
  }

  @Test
  void a_pod_that_leaves_nothing_fails_with_a_sentence() throws Exception {
    Process pod = pod("assay-runner-x7k2p", RUNNER, Map.of("ASSAY_TARGET", "nowhere"));
    assertThat(end(pod)).contains("unknown target `nowhere`").contains("the load was not run");
    assertThat(folder.resolve("assay-runner-x7k2p/FAILED")).exists();
    try (Stream<Path> left = Files.list(folder.resolve("assay-runner-x7k2p"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void a_pod_that_is_not_among_those_of_the_job_does_not_guess_its_number() throws Exception {
    Process pod = pod("assay-runner-zzzzz", RUNNER, Map.of("ASSAY_INJECTORS", "2"));
    assertThat(end(pod)).contains("which of the 2 injectors this is cannot be told");
    assertThat(folder.resolve("assay-runner-zzzzz/FAILED")).exists();
  }
}
