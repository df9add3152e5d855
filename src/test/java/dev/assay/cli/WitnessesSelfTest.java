package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.LoggedProcess;
import dev.assay.NodeTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers on ordinary frameworks, written from the documents: nobody who was careful is blamed, and
 * of a busy developer's first version exactly what is wrong with it. What that is stands at the top
 * of each hasty server; the clauses are under {@code golden/witnesses}, and {@code
 * -Dgolden.update=true} renews them.
 */
@Tag("slow")
@EnabledIf("dev.assay.NodeTools#canBeInstalled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessesSelfTest {

  private static final Path SOURCES = Path.of("src/it/witnesses");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/witnesses");
  private static final Path JAVALIN = Path.of("target/witnesses-javalin").toAbsolutePath();
  private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");
  private static final String DEADLINE = "240s";

  private static final String TARGET =
      """
      name: witness
      services:
        haptik:
          baseUrl: http://127.0.0.1:%1$s
          token: Wit.haptik_Token-2026/x
          clientId: witness-client
          businessId: 343
          registeredUser: asha41
        rooms:
          baseUrl: http://127.0.0.1:%1$s
          token: Wit.rooms_Token-2026/y
          orphanToken: Wit.orphan_Token-2026/z
          memberRoom: kitchen
          foreignRoom: boardroom
          readBack: { path: "/api/get_room_messages?room_id={room}" }
      """;

  @TempDir private static Path folder;

  private NodeTools node;

  @BeforeAll
  void install() throws Exception {
    node = NodeTools.install(SOURCES.resolve("node"));
    NodeTools.copy(SOURCES.resolve("javalin"), JAVALIN);
    String maven = Path.of("mvnw").toAbsolutePath().toString();
    try (LoggedProcess build =
        LoggedProcess.start(JAVALIN, Map.of(), List.of("sh", maven, "-B", "compile"))) {
      build.ended();
    }
  }

  private LoggedProcess start(String framework, String kind) throws Exception {
    if (!framework.equals("javalin")) {
      return node.start("exec node " + framework + "-" + kind + ".js", Map.of("PORT", "0"));
    }
    String name = kind.equals("careful") ? "Careful" : "Hasty";
    return LoggedProcess.start(
        JAVALIN,
        Map.of(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            "target/classes:target/dependency/*",
            "witness." + name,
            "0"));
  }

  /** Runs the contract against that server; its report is read. */
  private JsonNode judged(String framework, String kind) throws Exception {
    try (LoggedProcess server = start(framework, kind)) {
      server.until("listening on ");
      Matcher port = LISTENING.matcher(server.said());
      assertThat(port.find()).isTrue();
      Path target = folder.resolve(framework + kind + ".yaml");
      Files.writeString(target, TARGET.formatted(port.group(1)));
      Path report = folder.resolve(framework + kind);
      Outcome outcome =
          Outcome.of(report, "--target", target.toString(), "--seed", "41", "--deadline", DEADLINE);
      assertThat(outcome.err()).isEmpty();
      return new JsonMapper().readTree(report.resolve("contract.json").toFile());
    }
  }

  private static Set<String> blamed(JsonNode report, String... outcomes) {
    Set<String> lines = new TreeSet<>();
    for (JsonNode clause : report.path("clauses")) {
      String outcome = clause.path("outcome").asText();
      if (List.of(outcomes).contains(outcome)) {
        lines.add(clause.path("id").asText() + " " + outcome);
      }
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"express", "fastify", "javalin"})
  void a_careful_server_is_not_blamed(String framework) throws Exception {
    JsonNode report = judged(framework, "careful");
    assertThat(blamed(report, "FAIL", "WARN", "ERROR")).isEmpty();
    assertThat(report.path("outcome").asText()).isEqualTo("conforms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"express", "fastify", "javalin"})
  void of_a_hasty_server_exactly_what_is_wrong_is_blamed(String framework) throws Exception {
    JsonNode report = judged(framework, "hasty");
    assertThat(report.path("partial").asBoolean()).isFalse();
    String found = String.join("\n", blamed(report, "FAIL", "WARN", "ERROR")) + "\n";
    Path golden = GOLDEN.resolve(framework + "-hasty.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, found, UTF_8);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }
}
