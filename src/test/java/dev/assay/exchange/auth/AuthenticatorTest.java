package dev.assay.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens come from where the target file says, and are fresh whenever they are sent. */
class AuthenticatorTest {

  private static final Pattern SENT = Pattern.compile("Authorization: (\\S+)");

  @TempDir private Path folder;

  private Target target(URI service, String... auth) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("services:", "  rooms:", "    baseUrl: " + service, "    auth:"));
    for (String line : auth) {
      lines.add("      " + line);
    }
    lines.addAll(List.of("    memberRoom: a", "    foreignRoom: b"));
    lines.addAll(List.of("limits:", "  timeoutSeconds: 5"));
    Path file = Files.write(folder.resolve("t.yaml"), lines);
    return new TargetReader(Map.of("SECRET", "Client-Canary-1")).read(file);
  }

  private Target oauth2(URI service, URI tokenUrl, String more) throws IOException {
    return target(
        service,
        "oauth2: { tokenUrl: \"%s\", clientId: me, clientSecret: \"${SECRET}\"%s }"
            .formatted(tokenUrl, more));
  }

  private static String token(Target target) {
    return access(target).secrets().expand("$TOKEN");
  }

  private static ServiceAccess access(Target target) {
    return target.service("rooms").orElseThrow().access();
  }

  private static Exchange send(Client client, URI uri) {
    return client.send(Request.get(uri).with("Authorization", "$TOKEN"));
  }

  /** A service that takes what that endpoint granted, as long as it lives. */
  private static RawServer service(TokenServer tokens) throws IOException {
    return RawServer.start(
        (connection, n) -> {
          for (String head = connection.readHead(); head != null; head = connection.readHead()) {
            Matcher sent = SENT.matcher(head);
            boolean welcome = sent.find() && tokens.accepts(sent.group(1));
            connection.answer(welcome ? 200 : 401, "{}");
          }
        });
  }

  @Test
  void a_token_of_client_credentials_is_fetched_before_anything_is_sent() throws Exception {
    try (TokenServer tokens = TokenServer.granting(Duration.ofMinutes(10));
        RawServer service = service(tokens)) {
      Target target =
          Authenticator.authenticated(
              oauth2(service.uri(), tokens.tokenUrl(), ", scope: \"a b\", audience: api"));
      assertThat(tokens.granted()).isEqualTo(1);
      assertThat(tokens.heads())
          .singleElement()
          .asString()
          .contains("POST /token HTTP/1.1")
          .contains("Authorization: Basic " + base64("me:Client-Canary-1"));
      try (Client client = ServiceClient.overRestAssured(access(target), target.limits())) {
        assertThat(send(client, service.uri()).succeeded()).isTrue();
      }
      assertThat(tokens.granted()).isEqualTo(1);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_token_is_renewed_before_it_expires() throws Exception {
    try (TokenServer tokens = TokenServer.granting(Duration.ofSeconds(2));
        RawServer service = service(tokens)) {
      Target target = Authenticator.authenticated(oauth2(service.uri(), tokens.tokenUrl(), ""));
      try (Client client = ServiceClient.overApache(access(target), target.limits())) {
        Instant end = Instant.now().plusSeconds(5);
        while (Instant.now().isBefore(end)) {
          assertThat(send(client, service.uri()).succeeded()).isTrue();
        }
      }
      assertThat(tokens.granted()).isBetween(3, 12);
    }
  }

  @Test
  void every_token_that_was_ever_fetched_stays_out_of_records() throws Exception {
    try (TokenServer tokens = TokenServer.granting(Duration.ofMinutes(10))) {
      Target target =
          Authenticator.authenticated(
              oauth2(URI.create("http://127.0.0.1:9"), tokens.tokenUrl(), ""));
      Recorder recorder = new Recorder(access(target).secrets(), Map.of());
      String first = token(target);
      assertThat(access(target).secrets().renew()).isTrue();
      String second = token(target);
      assertThat(second).isNotEqualTo(first);
      assertThat(
              recorder.text(
                  first + " " + second + " Client-Canary-1 " + base64("me:Client-Canary-1")))
          .doesNotContain("Canary", base64("me:Client").substring(0, 8))
          .contains("$ROOMS_TOKEN");
    }
  }

  @Test
  void a_token_that_cannot_be_renewed_is_the_failure_of_what_would_need_it() throws Exception {
    TokenServer tokens = TokenServer.granting(Duration.ofSeconds(1));
    try (RawServer service = service(tokens)) {
      Target target = Authenticator.authenticated(oauth2(service.uri(), tokens.tokenUrl(), ""));
      tokens.close();
      try (Client client = ServiceClient.overApache(access(target), target.limits())) {
        Exchange exchange = send(client, service.uri());
        while (exchange.failure().isEmpty()) { // accepted, or refused as it expired on its way
          exchange = send(client, service.uri());
        }
        assertThat(exchange.failure().map(Failure::kind)).contains(Failure.Kind.AUTHENTICATION);
        assertThat(exchange.failure().orElseThrow().detail())
            .contains("gives no token for services.rooms.auth.oauth2: ")
            .contains("refused the connection");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, '{\"error\": \"invalid_client\", \"error_description\": \"who?\"}', it answered 401 invalid_client: who?; check clientId",
    "200, '{\"token\": \"x\"}', it answered 200 with no token in it",
    "200, 'plain', it answered 200 with no token in it",
    "500, '', it answered 500"
  })
  void an_endpoint_that_gives_none_ends_the_run_with_its_words(int status, String body, String says)
      throws Exception {
    try (RawServer endpoint =
        RawServer.start(
            (connection, n) -> {
              connection.readRequest();
              connection.answer(status, body);
            })) {
      Target target = oauth2(URI.create("http://127.0.0.1:9"), endpoint.uri(), "");
      assertThatThrownBy(() -> Authenticator.authenticated(target))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("gives no token for services.rooms.auth.oauth2: " + says);
    }
  }

  @Test
  void a_command_prints_a_token() throws Exception {
    Target target =
        Authenticator.authenticated(
            target(URI.create("http://127.0.0.1:9"), "command: [sh, -c, \"echo Printed-Canary\"]"));
    assertThat(token(target)).isEqualTo("Printed-Canary");
  }

  @ParameterizedTest
  @CsvSource({
    "'[sh, -c, \"echo sealed >&2; exit 2\"]', ended with 2: sealed",
    "'[sh, -c, \"true\"]', prints no token: it is empty",
    "'[sh, -c, \"echo two words\"]', prints no token: it has a blank",
    "'[no-such-program]', cannot be started",
    "'[sh, -c, \"sleep 60 & sleep 60\"]', did not end within 1 s"
  })
  void a_command_that_prints_none_is_told(String command, String says) throws Exception {
    Target target = target(URI.create("http://127.0.0.1:9"), "command: " + command);
    CommandOutput output =
        new CommandOutput(
            (dev.assay.exchange.target.Authentication.Command)
                access(target).authentication().orElseThrow(),
            Duration.ofSeconds(1));
    assertThatThrownBy(output::get)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("services.rooms.auth.command: the command `")
        .hasMessageContaining(says);
  }

  @Test
  void a_file_is_read_anew_when_its_token_expires() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, jwt(Instant.now().plusSeconds(2)) + "\n");
    Target target =
        Authenticator.authenticated(target(URI.create("http://127.0.0.1:9"), "file: token"));
    String first = token(target);
    Files.writeString(file, jwt(Instant.now().plusSeconds(600)) + "\n");
    String later = token(target);
    while (later.equals(first)) {
      later = token(target);
    }
    assertThat(later).isEqualTo(Files.readString(file).strip());
  }

  private static String jwt(Instant expiresAt) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(
            ("{\"exp\":" + expiresAt.getEpochSecond() + "}").getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  @Test
  void a_file_that_is_not_there_is_named() throws Exception {
    Target target = target(URI.create("http://127.0.0.1:9"), "file: nowhere");
    assertThatThrownBy(() -> Authenticator.authenticated(target))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("services.rooms.auth.file: the file ")
        .hasMessageContaining("nowhere cannot be read");
  }
}
