package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.RawServer;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCommandTest {

  @TempDir private Path folder;

  private Path target(String baseUrl, String token) throws IOException {
    return Files.writeString(
        folder.resolve("t.yaml"),
        """
        name: t
        services:
          haptik:
            baseUrl: %s
            token: %s
            clientId: %s
            businessId: %d
            registeredUser: %s
        limits: { timeoutSeconds: 2 }
        """
            .formatted(
                baseUrl,
                token,
                TestAccounts.sample().clientId(),
                TestAccounts.sample().businessId(),
                TestAccounts.sample().registeredUser()));
  }

  private Outcome contract(String... options) {
    return Outcome.of(folder.resolve("report"), options);
  }

  @Test
  void the_embedded_mock_conforms_in_every_clause() throws IOException {
    Outcome outcome = contract();
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(" 0 fail, 0 warn,")
        .contains(" 0 error")
        .contains("conforms");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report/contract.json").toFile());
    assertThat(json.path("outcome").asText()).isEqualTo("conforms");
    assertThat(json.path("clauses"))
        .hasSizeGreaterThan(150)
        .allMatch(clause -> clause.has("untested") || !clause.path("outcome").isNull());
    assertThat(folder.resolve("report/contract.xml")).exists();
    assertThat(folder.resolve("report/allure-results")).isDirectory();
  }

  @Test
  void a_selection_runs_its_cases_and_the_plain_success_only() throws IOException {
    Outcome outcome = contract("--select", "log-message/401/truncated-token");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report/contract.json").toFile());
    assertThat(outcome.exitCode()).isZero();
    assertThat(json.path("cases").findValuesAsText("id"))
        .containsExactly("log-message/200/plain", "log-message/401/truncated-token");
  }

  @Test
  void a_plan_sends_nothing() throws IOException {
    try (RawServer server = RawServer.start((connection, n) -> connection.readHead())) {
      Outcome outcome =
          contract("--target", target(server.uri().toString(), "a-token-1").toString(), "--plan");
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out())
          .contains("log-message/401/missing-header")
          .contains("Nothing was sent");
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void a_selection_that_matches_nothing_is_bad_usage() {
    assertThat(contract("--select", "log-massage").sentence())
        .isEqualTo(
            "assay: --select log-massage matches no case or clause of this target;"
                + " `assay clauses` lists them");
  }

  @Test
  void an_unknown_target_names_the_known_ones() {
    assertThat(contract("--target", "production").sentence())
        .startsWith("assay: unknown target `production`: no such file")
        .contains("embedded");
  }

  @Test
  void an_unreachable_service_is_undecided_and_says_where() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Outcome outcome = contract("--target", target("http://127.0.0.1:" + port, "tok-1").toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("http://127.0.0.1:" + port + " refused the connection; check the baseUrl")
        .contains("undecided")
        .doesNotContain("\tat ");
  }

  @Test
  void a_wrong_port_that_answers_html_is_undecided_and_not_blamed() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              while (connection.readHead() != null) {
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
                        + "Content-Length: 15\r\n\r\n<html>hi</html>");
                connection.socket().shutdownOutput();
              }
            })) {
      Outcome outcome = contract("--target", target(server.uri().toString(), "tok-1").toString());
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
      assertThat(outcome.out())
          .contains(
              "with 200 and the page `hi`, as a firewall, gateway or login in front of it does")
          .contains("or check services.haptik.baseUrl.")
          .contains(" 0 fail");
    }
  }

  @Test
  void a_service_without_tls_behind_https_is_undecided() throws IOException {
    try (RawServer server =
        RawServer.start((connection, n) -> connection.write("HTTP/1.1 400 Bad\r\n\r\n"))) {
      URI uri = URI.create(server.uri().toString().replace("http:", "https:"));
      Outcome outcome = contract("--target", target(uri.toString(), "tok-1").toString());
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).contains("the TLS connection to " + uri + " failed");
    }
  }

  @Test
  void wrong_credentials_are_undecided_and_not_blamed() throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Outcome outcome =
          contract("--target", target(mock.baseUri().toString(), "not-the-token").toString());
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("refuses the documented request with 401")
          .contains("check the token in services.haptik.")
          .contains(" 0 fail");
    }
  }

  @Test
  void a_report_folder_that_cannot_be_made_is_told_before_anything_is_sent() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Outcome outcome = Outcome.of(file.resolve("report"));
    assertThat(outcome.sentence()).startsWith("assay: The reports cannot be written");
  }

  @Test
  void an_unknown_option_is_bad_usage() {
    Outcome outcome = contract("--tarjet", "x");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--tarjet").doesNotContain("\tat ");
  }
}
