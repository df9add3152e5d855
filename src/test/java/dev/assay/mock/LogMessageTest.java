package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.service.TestAccounts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogMessageTest {

  private static final String UNAUTHORIZED =
      "401 {\"error_message\":\"invalid authorization details\"}";

  private MockServer server;
  private Caller caller;
  private String token;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.sample());
    caller = Caller.of(server);
    token = server.accounts().haptikToken();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static String message(String body) {
    return "{\"user\":{\"auth_id\":\"sampleUser1\"},\"message_body\":\""
        + body
        + "\",\"message_type\":0,\"business_id\":343}";
  }

  private HttpRequest.Builder anonymous() {
    return caller
        .to(Caller.MESSAGE)
        .header("client-id", server.accounts().clientId())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(message("hello")));
  }

  @Test
  void a_message_is_logged_and_described() {
    Instant before = Instant.now().minusMillis(1);
    Answer answer = caller.message(message("hello"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode json = answer.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("message_id", "message_body", "created_at", "message_type");
    assertThat(json.path("message_id").canConvertToInt()).isFalse();
    assertThat(json.path("message_id").canConvertToLong()).isTrue();
    assertThat(json.path("message_body").textValue()).isEqualTo("hello");
    assertThat(json.path("message_type").intValue()).isZero();
    assertThat(json.path("created_at").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Instant.parse(json.path("created_at").textValue()))
        .isBetween(before, Instant.now().plus(Duration.ofMillis(1)));
  }

  @Test
  void members_may_come_in_any_order_and_unknown_ones_do_no_harm() {
    String body =
        "{\"more\":[1],\"message_type\":0,\"business_id\":343,\"message_body\":\"hi\","
            + "\"user\":{\"auth_id\":\"sampleUser1\"}}";
    assertThat(caller.message(body).status()).isEqualTo(200);
  }

  @Test
  void text_comes_back_as_it_was_sent() {
    String text = "  <b>\u00e4\u6f22\ud83d\ude00</b> & ";
    assertThat(caller.message(message(text)).json().path("message_body").textValue())
        .isEqualTo(text);
  }

  @Test
  void another_user_is_not_registered() {
    Answer answer = caller.message(message("hello").replace("sampleUser1", "nobody000"));
    assertThat(answer.line()).isEqualTo("403 {\"error_message\":\"user is not registered\"}");
  }

  @Test
  void without_authorization_nothing_is_logged() {
    assertThat(caller.send(anonymous()).line()).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TOKEN",
        "Bearer",
        "Bearer ",
        "BearerTOKEN",
        "Bearer  TOKEN",
        "Bearer\tTOKEN",
        "Basic TOKEN",
        "Bearer TOKENx",
        "Bearer xTOKEN",
        "Bearer TOKEN TOKEN",
        "Bearer TOKEN,",
        "Bearer \"TOKEN\"",
        "Token TOKEN"
      })
  void anything_but_the_exact_token_is_refused(String form) {
    String value = form.replace("TOKEN", token);
    assertThat(caller.send(anonymous().header("Authorization", value)).line())
        .isEqualTo(UNAUTHORIZED);
  }

  @Test
  void a_token_is_compared_whole_and_with_its_case() {
    for (String wrong :
        List.of(
            token.substring(1),
            token.substring(0, token.length() - 1),
            token.toLowerCase(Locale.ROOT),
            token.toUpperCase(Locale.ROOT),
            server.accounts().roomsToken())) {
      assertThat(caller.send(anonymous().header("Authorization", "Bearer " + wrong)).line())
          .isEqualTo(UNAUTHORIZED);
    }
  }

  @Test
  void the_scheme_may_be_in_small_letters() {
    assertThat(caller.send(anonymous().header("Authorization", "bearer " + token)).status())
        .isEqualTo(200);
  }

  @Test
  void two_authorization_headers_are_refused() {
    HttpRequest.Builder request =
        anonymous()
            .header("Authorization", "Bearer " + token)
            .header("Authorization", "Bearer " + token);
    assertThat(caller.send(request).line()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void a_bad_token_is_told_before_anything_else() {
    HttpRequest.Builder request =
        caller.to(Caller.MESSAGE).POST(BodyPublishers.ofString("not json"));
    assertThat(caller.send(request).line()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void a_missing_or_wrong_client_id_is_a_bad_request() {
    HttpRequest.Builder without =
        caller
            .to(Caller.MESSAGE)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(message("hello")));
    assertThat(caller.send(without).status()).isEqualTo(400);
    assertThat(caller.send(without.header("client-id", "other")).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data",
        "application/jsonx",
        "application/json; charset=utf-16",
        "application/json; charset",
        "*/*",
        ";"
      })
  void another_content_type_is_not_supported(String type) {
    Answer answer =
        caller.send(
            caller
                .haptik(Caller.MESSAGE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(message("hello"))));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("error_message").isTextual()).isTrue();
  }

  @Test
  void a_body_beyond_the_longest_is_too_large() {
    String body = message("x".repeat(MockRequest.LONGEST_BODY));
    assertThat(caller.message(body).status()).isEqualTo(413);
  }

  @Test
  void ids_are_unique_when_many_log_at_once() {
    int calls = 400;
    ExecutorService threads = Executors.newFixedThreadPool(20);
    List<CompletableFuture<Long>> ids =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::loggedId, threads))
            .limit(calls)
            .toList();
    assertThat(ids.stream().map(CompletableFuture::join).distinct().count()).isEqualTo(calls);
    threads.shutdown();
  }

  private long loggedId() {
    return caller.message(message("same")).json().path("message_id").longValue();
  }
}
