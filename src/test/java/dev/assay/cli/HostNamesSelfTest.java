package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Launch;
import dev.assay.exchange.RawServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of hosts as there are, on the whole way: a contract run and a load tell them alike. */
@Tag("slow")
class HostNamesSelfTest {

  private static final Map<String, String> CREDENTIALS =
      Map.of("NAMES_TOKEN", "Sesame-Open-42", "NAMES_CLIENT", "client-77-xyz");
  private static final String LIMITS =
      """
      limits:
        load: { allowed: true, maxRequestsPerSecond: 100, maxTotalBytes: 1GiB }
      """;
  private static final String HOSTS =
      """
      127.0.0.1 my_service
      127.0.0.1 api.corp.test. api.corp.test
      127.0.0.1 mixed.case.test
      127.0.0.1 xn--bcher-kva.example
      """;

  @TempDir private Path folder;

  private static void answer(RawServer.Connection connection, int number) throws IOException {
    connection.readRequest();
    connection.write(
        "HTTP/1.1 500 X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 23\r\n\r\n{\"error_message\":\"Mine\"}");
  }

  private Path target(String baseUrl) throws IOException {
    String service =
        TargetFile.haptik(URI.create("http://replaced"), "${NAMES_TOKEN}", "${NAMES_CLIENT}")
            .replace("http://replaced", "\"" + baseUrl + "\"");
    return TargetFile.write(folder, service + LIMITS);
  }

  private String run(String baseUrl, String... command) throws Exception {
    Path hosts = Files.writeString(folder.resolve("hosts"), HOSTS);
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--target", target(baseUrl).toString()));
    all.addAll(List.of("--report", folder.resolve("report").toString()));
    try (AssayProcess assay =
        Launch.in(folder)
            .with(CREDENTIALS)
            .withOptions(List.of("-Djdk.net.hosts.file=" + hosts))
            .start(all.toArray(String[]::new))) {
      assay.exitCode();
      return assay.out() + assay.err();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "my_service, my_service",
    "api.corp.test., api.corp.test",
    "Mixed.CASE.test, mixed.case.test",
    "b\u00fccher.example, xn--bcher-kva.example",
  })
  void a_contract_run_and_a_load_tell_the_same_name(String written, String told) throws Exception {
    String[][] commands = {
      {"contract", "--select", "log-message/200"},
      {"load", "message", "--rate", "10", "--duration", "1s"}
    };
    for (String[] command : commands) {
      try (RawServer server = RawServer.start(HostNamesSelfTest::answer)) {
        int port = server.uri().getPort();
        String said = run("http://" + written + ":" + port, command);
        assertThat(server.heads()).as(said).isNotEmpty();
        assertThat(server.heads())
            .allSatisfy(
                head ->
                    assertThat(head)
                        .containsIgnoringCase("\r\nhost: " + told + ":" + port + "\r\n"));
        assertThat(said).contains("Mine");
      }
    }
  }

  @Test
  void a_plan_says_what_a_name_is_in_its_script() throws Exception {
    assertThat(run("https://B\u00dcCHER.example", "contract", "--plan"))
        .contains(
            "https://xn--bcher-kva.example/v1.0/log_message_from_user/  (b\u00fccher.example)");
  }
}
