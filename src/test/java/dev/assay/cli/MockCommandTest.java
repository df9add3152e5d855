package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.AssayProcess.Launch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock as people start it for clients of their own: with their accounts, and for theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MockCommandTest {

  private static final List<String> ACCOUNTS =
      List.of("s3cr3t.$TOKEN/+=", "my-client", "9007199254740993", "u&er@4711", "r$oms", "r&om#1");
  private static final String THREE_TIMES_ACCEPTED =
      """
      /v1.0/log_message_from_user/ 200 -
      /v1.0/log_file_from_user/ 200 200
      /api/upload_file 200 200
      """;

  @TempDir private static Path folder;
  private AssayProcess assay;

  @BeforeAll
  void start() throws Exception {
    assay =
        Launch.in(folder)
            .start(
                "mock",
                "--token=" + ACCOUNTS.get(0),
                "--client-id=" + ACCOUNTS.get(1),
                "--business-id=" + ACCOUNTS.get(2),
                "--user=" + ACCOUNTS.get(3),
                "--rooms-token=" + ACCOUNTS.get(4),
                "--member-room=" + ACCOUNTS.get(5));
    assay.until(() -> assay.out().contains("get_room_messages"));
  }

  @AfterAll
  void end() {
    assay.close();
  }

  private String baseUrl() {
    Matcher url = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(assay.out());
    assertThat(url.find()).isTrue();
    return url.group();
  }

  private String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said + errors).isZero();
    return said;
  }

  private String client(String program, String script) throws Exception {
    assumeTrue(isHere(program), program + " is not here");
    Path copy = folder.resolve(script);
    try (var in = MockCommandTest.class.getResourceAsStream("/clients/" + script)) {
      Files.write(copy, in.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(program, copy.toString(), baseUrl()));
    command.addAll(ACCOUNTS);
    return run(command);
  }

  private static boolean isHere(String program) throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }

  @Test
  void accounts_of_our_services_do_not_go_with_the_contract_of_another() {
    Outcome outcome =
        Outcome.ofCommand(
            "mock", "--contract", "src/test/fifth-service/shop.openapi.yaml", "--user", "me");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--contract").contains("credentials of its own");
  }

  @Test
  void the_commands_that_it_prints_work_as_they_stand() throws Exception {
    String printed = assay.out();
    String commands =
        printed
            .substring(printed.indexOf("\n\n"), printed.indexOf("room_id=r%26om%231'") + 19)
            .replace("curl ", "curl -sS -w '\\n%{http_code}\\n' ");
    assertThat(run(List.of("bash", "-c", commands)).lines().filter(line -> line.equals("200")))
        .hasSize(4);
  }

  @Test
  void fetch_and_form_data_of_node_are_understood() throws Exception {
    assertThat(client("node", "client.mjs")).isEqualTo(THREE_TIMES_ACCEPTED);
  }

  @Test
  void python_is_understood() throws Exception {
    assertThat(client("python3", "client.py")).isEqualTo(THREE_TIMES_ACCEPTED);
  }

  @Test
  void a_refusal_is_told_on_the_console() throws Exception {
    run(List.of("curl", "-sS", "-d", "{}", baseUrl() + "/v1.0/log_message_from_user"));
    assay.until(() -> assay.out().contains("with a slash at its end"));
    assertThat(assay.out())
        .contains("404 POST /v1.0/log_message_from_user  ")
        .contains("    the path is /v1.0/log_message_from_user/, with a slash at its end\n");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--port | 70000 | --port must lie between 0 and 65535, not 70000",
        "--host | localhost:80 | --host must be a name or an address of this machine, without a port, not `localhost:80`",
        "--host | 192.0.2.1 | 192.0.2.1 is no address of this machine on which port 0 can be opened",
        "--cors | http://localhost/app | --cors must be an origin as a browser sends it",
        "--user | a b | --user must be of ASCII letters, digits and marks, without blanks",
        "--token | '' | --token is empty; if it comes from an environment variable, that is not set",
        "--member-room | room999 | --member-room and --foreign-room must differ"
      })
  void what_cannot_be_is_told_in_a_sentence(String option, String value, String sentence) {
    assertThat(Outcome.ofCommand("mock", option, value).sentence())
        .startsWith("assay: " + sentence);
  }
}
