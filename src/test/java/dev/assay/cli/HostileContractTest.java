package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Hostility;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.RawServer.Script;
import dev.assay.exchange.TcpProxy;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole contract runs against broken servers: outcome, exit code, sentence. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileContractTest {

  @TempDir private Path folder;

  private Outcome contract(RawServer server, String... options) throws IOException {
    return contract(20, server, options);
  }

  private Outcome contract(int timeoutSeconds, RawServer server, String... options)
      throws IOException {
    Path target = TargetFile.haptik(folder, server.uri(), timeoutSeconds);
    String[] all = new String[options.length + 2];
    all[0] = "--target";
    all[1] = target.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    Outcome outcome = Outcome.of(folder.resolve("report"), all);
    assertThat(outcome.out() + outcome.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(outcome.err()).isEmpty();
    return outcome;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report/contract.json").toFile());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NEVER_ANSWERS", "DRIPS_ITS_BODY"})
  void what_is_broken_on_the_wire_is_undecided_and_told(Hostility hostility) throws IOException {
    try (RawServer server = RawServer.start(hostility.script())) {
      Outcome outcome = contract(1, server, "--select", "log-message/401/missing-header");
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
      assertThat(outcome.out()).contains(hostility.sentence()).contains(" 0 fail, 0 warn");
      assertThat(json().path("outcome").asText()).isEqualTo("undecided");
    }
  }

  @Test
  void a_service_that_redirects_is_not_followed_and_not_judged() throws IOException {
    try (RawServer other = RawServer.start((connection, n) -> connection.readHead());
        RawServer server =
            RawServer.start(
                (connection, n) -> {
                  connection.readRequest();
                  connection.write(
                      "HTTP/1.1 308 X\r\nLocation: %s/x\r\nContent-Length: 0\r\n\r\n"
                          .formatted(other.uri()));
                })) {
      Outcome outcome = contract(server);
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("redirects the documented request to " + other.uri() + "/x (status 308)")
          .contains("set services.haptik.baseUrl to it")
          .contains(" 0 fail");
      assertThat(other.heads()).isEmpty();
    }
  }

  @Test
  void a_single_redirect_is_a_wrong_status_where_another_is_documented() throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample());
        TcpProxy proxy = new TcpProxy(mock.baseUri());
        RawServer server =
            RawServer.start(
                (connection, n) -> {
                  if (n == 0) {
                    proxy.connect(connection, TcpProxy::once, down -> down);
                  } else {
                    connection.readRequest();
                    connection.write(
                        "HTTP/1.1 302 X\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n");
                  }
                })) {
      Outcome outcome = contract(server, "--select", "log-message/401/truncated-token");
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
      assertThat(outcome.out()).contains("expected: status 401").contains("status 302, no body");
    }
  }

  @Test
  void a_service_that_dies_half_way_is_undecided_and_soon() throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample());
        TcpProxy proxy = new TcpProxy(mock.baseUri())) {
      RawServer[] dying = new RawServer[1];
      Script script =
          (connection, n) -> {
            if (n == 40) {
              dying[0].close();
            } else {
              proxy.connect(connection, up -> up, down -> down);
            }
          };
      dying[0] = RawServer.start(script);
      Outcome outcome = contract(dying[0]);
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
      assertThat(outcome.out())
          .contains(" 0 fail, 0 warn")
          .contains("more like it: ")
          .contains("gave no answer 24 times in a row, so no more was sent");
      assertThat(json().path("counts").path("pass").asInt()).isPositive();
    }
  }

  @Test
  void at_the_deadline_the_rest_is_undecided_and_the_reports_are_written() throws Exception {
    try (MockServer mock = MockServer.start(TestAccounts.sample());
        TcpProxy proxy = new TcpProxy(mock.baseUri());
        RawServer server =
            RawServer.start(
                (connection, n) -> {
                  if (n < 30) {
                    proxy.connect(connection, up -> up, down -> down);
                  } else {
                    connection.hang();
                  }
                })) {
      Path target = TargetFile.haptik(folder, server.uri(), 60);
      Outcome outcome =
          Outcome.of(folder.resolve("report"), "--target", target.toString(), "--deadline", "10s");
      assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("PARTIAL assay ")
          .contains("the run's deadline of 10 s was over; give it longer with --deadline")
          .contains(" 0 fail, 0 warn");
      assertThat(json().path("partial").asBoolean()).isTrue();
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(folder.resolve("report/contract.xml").toFile());
    }
  }

  @Test
  void a_service_that_limits_the_rate_all_along_is_undecided_at_the_deadline() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readRequest();
              connection.write("HTTP/1.1 429 X\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
            })) {
      Outcome outcome = contract(server, "--deadline", "3s");
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).contains("the run's deadline of 3 s was over").contains(" 0 fail");
    }
  }

  @Test
  void what_steers_terminals_or_turns_the_reading_direction_is_shown_as_its_code()
      throws Exception {
    String evil = "\u001b]0;owned\u0007\u001b[2J\u202e\u0000\u200b\u2028<script>alert(1)</script>";
    try (RawServer server = RawServer.start((connection, n) -> evil(connection, evil))) {
      Outcome outcome = contract(server, "--select", "log-message");
      assertThat(outcome.exitCode()).isEqualTo(1);
      String shown = outcome.out() + read("contract.json") + read("contract.xml");
      assertThat(outcome.out()).contains("\\u202e\\x9b31m").contains("\\u001B]0;owned");
      assertThat(shown.codePoints().filter(c -> c != '\n').filter(HostileContractTest::isHidden))
          .isEmpty();
      assertThat(json().path("cases").size()).isPositive();
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(folder.resolve("report/contract.xml").toFile());
    }
  }

  private static void evil(RawServer.Connection connection, String evil) throws IOException {
    connection.readRequest();
    String text = new ObjectMapper().writeValueAsString(evil);
    String json =
        "{\"raw\": \"\u202e\u009b31m\", \"message_id\": 1, \"message_body\": %s, \"message_type\": 0, %s: 1}"
            .formatted(text, text);
    connection.write("HTTP/1.1 200 X\r\nX-Evil: \u001b[31m\r\n");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    connection.write("Content-Length: " + bytes.length + "\r\n\r\n");
    connection.write(bytes);
  }

  private String read(String report) {
    try {
      return Files.readString(folder.resolve("report").resolve(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
