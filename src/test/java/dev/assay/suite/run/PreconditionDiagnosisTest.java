package dev.assay.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ScriptedClient;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.TestEvidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control of log_message shows, and what is said where it shows nothing. */
class PreconditionDiagnosisTest {

  private static final OperationSuite SUITE =
      ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).get(0).operations().get(0);
  private static final String REFUSED = "{\"error_message\": \"invalid authorization details\"}";
  private static final String STRANGER = "{\"error_message\": \"user is not registered\"}";

  private static Optional<String> problem(ScriptedClient client) {
    OperationRun run =
        new OperationRun(
            SUITE, "haptik", client, TestEvidence.recorder(), Progress.NONE, Journal.NONE);
    run.precondition();
    return run.problem();
  }

  private static Optional<String> problem(int status, String body) {
    return problem(always(status, body));
  }

  private static ScriptedClient always(int status, String body) {
    return new ScriptedClient(request -> ScriptedClient.answer(request, status, body));
  }

  private static ScriptedClient withAndWithoutToken(
      Function<Request, Exchange> with, Function<Request, Exchange> without) {
    return new ScriptedClient(
        request ->
            request.header("Authorization").isPresent()
                ? with.apply(request)
                : without.apply(request));
  }

  @Test
  void a_refusal_of_the_token_to_the_letter_speaks_of_the_token() {
    assertThat(problem(401, REFUSED))
        .contains(
            "http://127.0.0.1/v1.0/log_message_from_user/ refuses the documented request with 401 "
                + REFUSED
                + "; check the token in services.haptik.");
  }

  @Test
  void a_refusal_of_the_user_to_the_letter_speaks_of_the_user() {
    assertThat(problem(403, STRANGER).orElseThrow())
        .endsWith("with 403 " + STRANGER + "; check the user or room in services.haptik.");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error_message\": \"user is not registered\"}",
        "403 | {\"error_message\": \"no\"}",
        "403 | {\"error_message\": \"\"}",
        "500 | {\"error_message\": \"something else\"}",
        "200 | {\"message_id\": 5}",
        "200 | {\"message_type\": \"x\"}",
        "500 | {\"created_at\": null}"
      })
  void what_only_this_service_says_is_a_service_that_can_be_judged(int status, String body) {
    ScriptedClient client = always(status, body);
    assertThat(problem(client)).isEmpty();
    assertThat(client.sent()).as("nothing else had to be asked").hasSize(1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {"404 | {\"error_message\": 5}", "200 | [1]", "200 | {\"ok\": true}", "200 | ''"})
  void what_anybody_could_say_is_no_sign_of_this_service(int status, String body) {
    ScriptedClient client = always(status, body);
    assertThat(problem(client))
        .contains(
            "http://127.0.0.1/v1.0/log_message_from_user/ answered the documented request with "
                + status
                + " (application/json) and shows no sign of being this service: "
                + (body.isEmpty() ? "no body" : body)
                + "; check services.haptik.baseUrl.");
    assertThat(client.sent()).hasSize(status == 200 ? 3 : 2);
    assertThat(client.sent().get(1).header("Authorization")).isEmpty();
    assertThat(client.sent().stream().skip(2))
        .as("whether other paths are answered alike")
        .allSatisfy(
            request ->
                assertThat(request.uri().getPath())
                    .isEqualTo("/v1.0/log_message_from_user-that-nobody-documents/"));
  }

  @Test
  void whoever_answers_the_documented_path_only_is_this_service() {
    ScriptedClient client =
        new ScriptedClient(
            request ->
                ScriptedClient.answer(
                    request, request.uri().getPath().endsWith("_user/") ? 200 : 404, "[1]"));
    assertThat(problem(client)).isEmpty();
  }

  /** As of gateways: whoever refuses the token in other words than documented is not blamed. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"message\": \"No API key found in request\"}",
        "401 | ''",
        "403 | {\"message\": \"Forbidden\"}"
      })
  void a_gateway_that_asks_for_a_key_is_told_from_the_service(int status, String body) {
    assertThat(problem(status, body).orElseThrow())
        .contains(" " + status + " ", body.isEmpty() ? "no body" : body)
        .endsWith(
            "add the key that a gateway in front of it asks for under services.haptik.headers.");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | <!DOCTYPE html><html><head><title>Attention  Required!</title> | Attention Required!",
        "200 | <html><body><h1>Welcome</h1> to us</body></html> | Welcome to us",
        "401 | <!-- x --> <HTML><TITLE> </TITLE>Log in | Log in",
        "503 | <html><title>Maintenance | Maintenance",
      })
  void a_page_for_everything_is_something_in_front(int status, String page, String title) {
    assertThat(problem(status, page))
        .contains(
            "http://127.0.0.1/v1.0/log_message_from_user/ answered the documented request with %s and the page `%s`, as a firewall, gateway or login in front of it does; have this machine let through there, add what it asks for under services.haptik.headers, or check services.haptik.baseUrl."
                .formatted(status, title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head>",
        "Client sent an HTTP request to an HTTPS server.",
        "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
        "Bad Request. This combination of host and port requires TLS."
      })
  void a_port_that_expects_tls_is_told(String body) {
    assertThat(problem(400, body).orElseThrow())
        .endsWith("with 400: it expects TLS there; write https:// in services.haptik.baseUrl.");
  }

  @ParameterizedTest
  @ValueSource(ints = {426, 505})
  void a_server_that_does_not_take_http_1_1_is_told(int status) {
    assertThat(problem(status, "").orElseThrow()).contains("it does not take HTTP/1.1");
  }

  @Test
  void an_answer_without_a_content_type_is_said_to_have_none() {
    ScriptedClient client = new ScriptedClient(request -> ScriptedClient.file(request, 204, 0, ""));
    assertThat(problem(client).orElseThrow()).contains("with 204 (no Content-Type) and shows");
  }

  @Test
  void a_service_that_still_refuses_a_request_without_token_is_recognised() {
    Function<Request, Exchange> broken = r -> ScriptedClient.answer(r, 200, "oops");
    assertThat(problem(withAndWithoutToken(broken, r -> ScriptedClient.answer(r, 401, "no token"))))
        .isEmpty();
    assertThat(problem(withAndWithoutToken(broken, r -> ScriptedClient.answer(r, 403, REFUSED))))
        .isEmpty();
    assertThat(problem(withAndWithoutToken(broken, r -> ScriptedClient.answer(r, 403, "no"))))
        .isPresent();
    assertThat(
            problem(
                withAndWithoutToken(
                    broken, r -> ScriptedClient.failed(r, Failure.Kind.RESET, "gone"))))
        .isPresent();
  }

  @Test
  void no_answer_is_told_in_the_words_of_the_connection() {
    ScriptedClient client =
        new ScriptedClient(
            r -> ScriptedClient.failed(r, Failure.Kind.REFUSED, "nobody listens at 127.0.0.1:9"));
    assertThat(problem(client)).contains("nobody listens at 127.0.0.1:9.");
    assertThat(client.sent()).hasSize(1);
  }

  @Test
  void a_long_refusal_is_shown_in_brief() {
    String padded = REFUSED.replace("}", ", \"trace\": \"" + "x".repeat(100) + "\"}");
    String exact = padded.substring(0, 80);
    assertThat(problem(401, padded).orElseThrow())
        .contains("with 401 " + exact + "…; check the token");
  }

  @Test
  void a_refusal_of_eighty_characters_is_shown_whole() {
    String eighty = REFUSED + " ".repeat(80 - REFUSED.length() - 1) + " ";
    String shown = REFUSED.replace("}", " ".repeat(80 - REFUSED.length()) + "}");
    assertThat(shown).hasSize(80);
    assertThat(problem(401, shown).orElseThrow()).contains("with 401 " + shown + "; check");
    assertThat(problem(401, eighty).orElseThrow()).contains("with 401 " + REFUSED + "; check");
  }

  @Test
  void a_control_that_can_not_be_judged_is_an_error_and_nothing_else_is_played() {
    ScriptedClient client = always(401, REFUSED);
    OperationRun run =
        new OperationRun(
            SUITE, "haptik", client, TestEvidence.recorder(), Progress.NONE, Journal.NONE);
    run.precondition();
    CaseResult precondition = run.results().get(0);
    assertThat(precondition.verdicts())
        .isNotEmpty()
        .allSatisfy(v -> assertThat(v.outcome()).hasToString("ERROR"))
        .allSatisfy(v -> assertThat(v.actual()).contains("check the token"))
        .allSatisfy(v -> assertThat(v.evidence()).contains(precondition.exchanges().get(0)));
    assertThat(precondition.id()).isEqualTo(SUITE.precondition().id());
    assertThat(precondition.description()).isEqualTo(SUITE.precondition().description());
    assertThat(precondition.clauses()).isNotEmpty();
    assertThat(run.ordinary()).isEmpty();
    run.alone();
    assertThat(run.results()).isEqualTo(List.of(precondition));
    assertThat(client.sent()).hasSize(1);
  }
}
