package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.UserException;
import dev.assay.app.gate.QuickGate;
import dev.assay.gate.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** A gate as the command makes it, but for its proof, which takes minutes. */
  private Outcome gate(Path target, Path report) throws Exception {
    QuickGate gate = QuickGate.in(folder.resolve("home"));
    try {
      Gate decided = gate.decide(staging.targets(), target.toString(), Optional.empty(), report);
      return new Outcome(decided.conclusion().exitCode(), gate.printed().toString(), "");
    } catch (UserException e) {
      return new Outcome(2, gate.printed().toString(), e.getMessage());
    }
  }

  @Test
  void a_gate_checks_and_loads_it() throws Exception {
    Path report = folder.resolve("gate-report");
    Outcome outcome = gate(staging.file("gated", Map.of()), report);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("✔ contract  conforms", "✔ load      met", "GO\n");
    staging.assertNoSecretIn(report);
    assertThat(Files.readString(report.resolve("gate.json"))).contains("connects to 127.0.0.9:443");
  }

  /** Bounds that a busy machine keeps too. */
  private Path objectives() throws IOException {
    return QuickGate.in(folder.resolve("home")).home().objectives();
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
            "16s",
            "--objectives",
            objectives().toString(),
            "--target",
            staging.file("loaded", Map.of()).toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    staging.assertNoSecretIn(report);
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
    staging.assertNoSecretIn(report);
    assertThat(Files.readString(report.resolve("cutover.json")))
        .contains("connects to 127.0.0.9:443", "connects to 127.0.0.8:443");
  }

  @SuppressWarnings("ImmutableEnumChecker")
  enum Command {
    GATE,
    LOAD("load", "message", "--rate", "5", "--duration", "2s", "--target"),
    CUTOVER("cutover", "--select", "log-message", "--to");

    private final List<String> words;

    Command(String... words) {
      this.words = List.of(words);
    }
  }

  static Stream<Arguments> commandsWithoutOnePart() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("proxy: none", "127.0.0.9:443, which services.haptik.connectTo gives for");
    parts.put("proxy: http://127.0.0.1:1", "the proxy http://127.0.0.1:1 on the way to");
    parts.put("connectTo: ", "does not let through to api.corp.test:443 (403 Forbidden)");
    parts.put("tls: ", "was issued by CN=Test CA, which this Java does not know");
    parts.put("tls: { trust: ca.pem }", "tls.certificate and tls.key");
    parts.put("headers: ", "No API key found in request");
    parts.put("auth: { file: nowhere.txt }", "nowhere.txt cannot be read");
    return Stream.of(Command.values())
        .flatMap(
            command ->
                parts.entrySet().stream()
                    .map(part -> arguments(command, part.getKey(), part.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commandsWithoutOnePart")
  void without_one_part_it_says_what_to_do(Command command, String part, String says)
      throws Exception {
    String[] change = part.split(": ", 2);
    Path lacking = staging.file("lacking", Map.of(change[0], change[1]));
    Path report = folder.resolve("lacking-" + command);
    Outcome outcome =
        command == Command.GATE ? gate(lacking, report) : assay(command, lacking, report);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.out() + outcome.err()).contains(says).doesNotContain(Staging.CANARIES);
  }

  /** It says what a contract run does, and then proves what it can: minutes for each part. */
  @Test
  void a_gate_without_a_certificate_says_what_to_do() throws Exception {
    Path target = staging.file("uncertain", Map.of("tls", ""));
    Outcome outcome =
        staging.assay(
            "gate",
            "--target",
            target.toString(),
            "--report",
            folder.resolve("uncertain-report").toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("was issued by CN=Test CA, which this Java does not know", "UNDECIDED")
        .doesNotContain(Staging.CANARIES);
  }

  private Outcome assay(Command command, Path target, Path report) throws Exception {
    List<String> words = new ArrayList<>(command.words);
    words.add(target.toString());
    if (command == Command.CUTOVER) {
      Map<String, String> old = Map.of("connectTo", "127.0.0.8:443");
      words.addAll(List.of("--from", staging.file("whole", old).toString()));
    }
    words.addAll(List.of("--report", report.toString()));
    return staging.assay(words.toArray(String[]::new));
  }

  @Test
  void repeats_of_a_load_go_through_the_proxy_and_tell_the_way() throws Exception {
    Path report = folder.resolve("repeated-report");
    Outcome outcome =
        staging.assay(
            "load",
            "message",
            "--rate",
            "5",
            "--duration",
            "2s",
            "--repeat",
            "2",
            "--objectives",
            objectives().toString(),
            "--target",
            staging.file("repeated", Map.of()).toString(),
            "--report",
            report.toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("haptik: goes through the proxy http://127.0.0.1:")
        .contains(
            " messages and removed none, for the target file has no cleanUp, warm-up included: ");
    JsonNode created =
        new ObjectMapper().readTree(report.resolve("repeat-02/load-created.json").toFile());
    assertThat(created.at("/created/0/answered/message_id").asLong()).isPositive();
    assertThat(created.at("/created/0/sent/mark").asText())
        .startsWith(created.path("run").asText());
    assertThat(created.at("/counts/made").asInt())
        .isEqualTo(created.path("created").size())
        .isGreaterThanOrEqualTo(10);
    assertThat(Files.readString(report.resolve("load.json")))
        .contains("haptik: connects to 127.0.0.9:443 for api.corp.test");
    assertThat(Files.readString(report.resolve("load.md"))).contains("haptik: connects to");
    staging.assertNoSecretIn(report);
  }
}
