package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AnsweringServer.Answer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a load says of credentials, addresses and gateways, and what of the service. */
@Tag("slow")
class LoadDoubtsSelfTest {

  private static final String REFUSAL =
      "{\"error_message\":\"Access denied. Authentication headers [Authorization] missing\"}";
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

  @TempDir private Path folder;

  private Outcome load(AnsweringServer server, String scenario) throws IOException {
    return Outcome.ofCommand(
        "load",
        scenario,
        "--rate",
        "20",
        "--duration",
        "3s",
        "--target",
        LoadTargets.file(folder, server.uri().toString()).toString(),
        "--report",
        folder.resolve("report").toString());
  }

  private String report(String file) throws IOException {
    return Files.readString(folder.resolve("report").resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "file"})
  void no_redirect_is_followed_and_none_is_blamed_on_a_service_that_accepted_nothing(
      String scenario) throws IOException {
    try (AnsweringServer other = AnsweringServer.start((n, receipt) -> Answer.json(200, receipt));
        AnsweringServer server =
            AnsweringServer.start(
                (n, receipt) ->
                    new Answer(
                        REDIRECTS.get((int) n % REDIRECTS.size()),
                        Map.of("Location", other.uri() + "/v1.0/elsewhere?x=1"),
                        ""))) {
      Outcome outcome = load(server, scenario);
      assertThat(other.received()).isZero();
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("× status 307 (redirect to " + other.authority() + ")")
          .contains("! not one request was accepted: " + server.uri())
          .contains("no redirect is followed, lest credentials go along")
          .contains("set services.haptik.baseUrl to it");
      assertThat(server.authorizations()).allMatch(given -> given.startsWith("Bearer "));
    }
  }

  @Test
  void a_redirect_in_the_midst_of_a_run_is_a_failure() throws IOException {
    try (AnsweringServer other = AnsweringServer.start((n, receipt) -> Answer.json(200, receipt));
        AnsweringServer server =
            AnsweringServer.start(
                (n, receipt) ->
                    n % 4 == 0
                        ? new Answer(307, Map.of("Location", other.uri() + "/"), "")
                        : Answer.json(200, receipt))) {
      Outcome outcome = load(server, "message");
      assertThat(other.received()).isZero();
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
      assertThat(outcome.out()).contains("× status 307 (redirect to " + other.authority() + ")");
    }
  }

  @Test
  void a_token_that_expires_in_mid_run_makes_it_invalid() throws IOException {
    try (AnsweringServer server =
        AnsweringServer.start(
            (n, receipt) -> n <= 70 ? Answer.json(200, receipt) : Answer.json(401, REFUSAL))) {
      Outcome outcome = load(server, "message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("! the token was accepted at first and no longer is: services.haptik answered ")
          .contains("status 401: {\"error_message\":\"Access denied.");
      assertThat(report("load.json")).contains("the token was accepted at first and no longer is");
    }
  }

  @Test
  void a_service_that_refuses_the_token_now_and_then_is_judged() throws IOException {
    try (AnsweringServer server =
        AnsweringServer.start(
            (n, receipt) -> n % 3 > 0 ? Answer.json(200, receipt) : Answer.json(401, REFUSAL))) {
      Outcome outcome = load(server, "message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void wrong_credentials_are_not_blamed_on_the_service(int status) throws IOException {
    try (AnsweringServer server =
        AnsweringServer.start((n, receipt) -> Answer.json(status, REFUSAL))) {
      Outcome outcome = load(server, "message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("! not one request was accepted: ")
          .contains("check " + (status == 401 ? "the token" : "registeredUser and businessId"))
          .contains("in services.haptik");
    }
  }

  @Test
  void a_wrong_address_is_not_blamed_on_the_service() throws IOException {
    try (AnsweringServer server =
        AnsweringServer.start(
            (n, receipt) ->
                new Answer(404, Map.of("Content-Type", "text/html"), "<h1>Nope</h1>"))) {
      Outcome outcome = load(server, "message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("status 404: <h1>Nope</h1>")
          .contains("check services.haptik.baseUrl");
    }
  }

  @Test
  void a_firewall_that_turns_the_load_away_makes_it_invalid_and_a_quota_is_missed()
      throws IOException {
    try (AnsweringServer wall =
            AnsweringServer.start(
                (n, receipt) ->
                    n % 4 > 0
                        ? Answer.json(200, receipt)
                        : new Answer(403, Map.of(), "<html>Request blocked, id " + n + "</html>"));
        AnsweringServer quota =
            AnsweringServer.start(
                (n, receipt) ->
                    n % 4 > 0
                        ? Answer.json(200, receipt)
                        : new Answer(
                            n % 8 > 0 ? 403 : 429,
                            Map.of("Retry-After", "30"),
                            "{\"message\":\"Limit Exceeded\"}"))) {
      Outcome turnedAway = load(wall, "message");
      assertThat(turnedAway.exitCode()).as(turnedAway.out() + turnedAway.err()).isEqualTo(2);
      assertThat(turnedAway.out())
          .contains("× status 403, not from the service: <html>Request blocked, id ")
          .contains("something in front of services.haptik turns the load generator away");
      Outcome heldBack = load(quota, "message");
      assertThat(heldBack.exitCode()).as(heldBack.out() + heldBack.err()).isEqualTo(1);
      assertThat(heldBack.out())
          .contains("× status 429, asks to wait: {\"message\":\"Limit Exceeded\"}")
          .contains("× status 403, asks to wait: {\"message\":\"Limit Exceeded\"}");
    }
  }

  @Test
  void a_failure_shows_the_beginning_of_the_answer_without_credentials_in_every_report()
      throws IOException {
    String token = TestAccounts.sample().haptikToken();
    try (AnsweringServer server =
        AnsweringServer.start(
            (n, receipt) ->
                n % 4 > 0
                    ? Answer.json(200, receipt)
                    : Answer.json(
                        500,
                        "{\"error_message\":\"request %d by %s failed\"}".formatted(n, token)))) {
      Outcome outcome = load(server, "message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
      assertThat(outcome.out())
          .containsPattern("× status 500: \\{\"error_message\":\"request \\d+ by \\$TOKEN failed");
      for (String file : List.of("load.json", "load.md", "load.xml", "index.html")) {
        assertThat(report(file)).as(file).containsPattern("status 500: .*by \\$TOKEN failed");
      }
      try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(token);
        }
      }
    }
  }
}
