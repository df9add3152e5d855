package dev.assay.exchange.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Hostility;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.RawServer.Script;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What broken servers send is described in a sentence, and ends. */
@ParameterizedClass(name = "{0}")
@EnumSource
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileServerTest {

  enum Way {
    REST_ASSURED,
    APACHE
  }

  @Parameter private Way way;

  private Client client(URI uri, Duration timeout) {
    Client.Factory maker =
        way == Way.APACHE ? ServiceClient::overApache : ServiceClient::overRestAssured;
    Limits limits = new Limits(Double.POSITIVE_INFINITY, timeout, false, 0, 0);
    return maker.client(
        ServiceAccess.direct(uri, Secrets.of("Sesame-Open-42", "client-77-xyz")), limits);
  }

  private static Request message(URI uri) {
    return Request.post(uri, new Body.Text("{\"message_body\": \"Hello\"}"))
        .with("Content-Type", "application/json");
  }

  private Exchange send(Script script) throws IOException {
    try (RawServer server = RawServer.start(script);
        Client client = client(server.uri(), Duration.ofSeconds(20))) {
      return client.send(message(server.uri()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_answer_is_told_in_a_sentence_that_says_where(Hostility hostility) throws IOException {
    try (RawServer server = RawServer.start(hostility.script());
        Client client = client(server.uri(), Duration.ofMillis(400))) {
      Exchange exchange = client.send(message(server.uri()));
      assertThat(exchange.failure().map(Failure::kind)).contains(hostility.kind());
      assertThat(exchange.failure().orElseThrow().detail())
          .contains(hostility.sentence())
          .contains("127.0.0.1")
          .doesNotContain("Exception")
          .doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_client_goes_on_after_it(Hostility hostility) throws IOException {
    Script once =
        (connection, n) -> {
          if (n == 0) {
            hostility.script().run(connection, n);
          } else {
            connection.readRequest();
            connection.answer(200, "{}");
          }
        };
    try (RawServer server = RawServer.start(once);
        Client client = client(server.uri(), Duration.ofMillis(400))) {
      client.send(message(server.uri()));
      assertThat(client.send(message(server.uri())).succeeded()).isTrue();
    }
  }

  @Test
  void an_answer_without_end_is_read_no_further_than_any() throws IOException {
    Response answer = send(Hostility.endless("{")).response().orElseThrow();
    assertThat(answer.size()).isBetween(32L << 20, 33L << 20);
    assertThat(answer.unread().orElseThrow()).contains("not read as JSON").contains("256 KiB");
    assertThat(answer.text()).hasSizeLessThanOrEqualTo(Response.KEPT_BYTES);
  }

  @Test
  void a_gzip_bomb_is_unpacked_no_further_than_any() throws IOException {
    Response answer = send(Hostility.gzipBomb()).response().orElseThrow();
    assertThat(answer.size()).isBetween(32L << 20, 33L << 20);
    assertThat(answer.unread()).isPresent();
  }

  @Test
  void an_answer_without_end_that_cannot_be_json_is_none() throws IOException {
    Response answer = send(Hostility.endless("endless")).response().orElseThrow();
    assertThat(answer.json()).isEmpty();
    assertThat(answer.unread()).isEmpty();
  }

  @Test
  void a_length_that_is_too_small_cuts_the_answer_for_every_client() throws IOException {
    Exchange exchange =
        send(
            (connection, n) -> {
              connection.readRequest();
              connection.write(Hostility.json("Content-Length: 10") + "{\"message_id\": 1}");
            });
    assertThat(exchange.response().orElseThrow().json()).isEmpty();
  }

  @Test
  void what_is_left_of_one_answer_is_not_taken_for_the_next() throws IOException {
    Script script =
        (connection, n) -> {
          connection.readRequest();
          connection.write(
              n == 0
                  ? Hostility.json("Content-Length: 2") + "{}" + "left over"
                  : Hostility.json("Content-Length: 8") + "{\"a\": 1}");
          connection.readRequest();
          connection.write(Hostility.json("Content-Length: 2") + "{}");
        };
    try (RawServer server = RawServer.start(script);
        Client client = client(server.uri(), Duration.ofMillis(400))) {
      client.send(message(server.uri()));
      assertThat(client.send(message(server.uri())).member("a")).isPresent();
    }
  }

  @Test
  void a_408_on_a_kept_connection_answers_no_request() throws IOException {
    Script script =
        (connection, n) -> {
          connection.readRequest();
          connection.answer(200, "{}");
          if (n == 0) {
            connection.write("HTTP/1.1 408 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
          }
        };
    try (RawServer server = RawServer.start(script);
        Client client = client(server.uri(), Duration.ofSeconds(2))) {
      assertThat(client.send(message(server.uri())).succeeded()).isTrue();
      assertThat(client.send(message(server.uri())).succeeded()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed_wherever_it_leads(int status) throws IOException {
    try (RawServer other = RawServer.start((connection, n) -> connection.readHead())) {
      Exchange exchange =
          send(
              (connection, n) -> {
                connection.readRequest();
                connection.write(
                    "HTTP/1.1 %d X\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(status, other.uri()));
              });
      assertThat(exchange.response().map(Response::status)).contains(status);
      assertThat(other.heads()).isEmpty();
    }
  }

  @Test
  void a_tls_handshake_that_drips_ends_too() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.write(new byte[] {22, 3, 3, 63, -1, 2, 0, 63, -5});
              connection.drip("x".repeat(1_000), Duration.ofMillis(30));
            })) {
      URI uri = URI.create(server.uri().toString().replace("http:", "https:"));
      try (Client client = client(uri, Duration.ofMillis(400))) {
        assertThat(client.send(Request.get(uri)).failure().map(Failure::kind))
            .contains(Failure.Kind.TIMEOUT);
      }
    }
  }

  @Test
  void a_host_without_an_address_is_told() {
    URI uri = URI.create("http://no-such-host.invalid");
    try (Client client = client(uri, Duration.ofSeconds(2))) {
      Failure failure = client.send(Request.get(uri)).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Failure.Kind.UNKNOWN_HOST);
      assertThat(failure.detail()).contains("no-such-host.invalid does not resolve");
    }
  }

  @Test
  void what_a_server_sent_instead_of_http_is_quoted_without_credentials() throws IOException {
    Exchange exchange =
        send(
            (connection, n) -> {
              connection.readRequest();
              connection.write("HTTP/1.1 Sesame-Open-42 \u001b[31m\r\n\r\n");
            });
    RecordedExchange shown =
        new Recorder(Secrets.of("Sesame-Open-42", "client"), Map.of()).recorded(exchange);
    assertThat(shown.failure().orElseThrow().detail()).contains("$TOKEN").doesNotContain("Sesame");
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of("SSH-2.0-OpenSSH_9.6\r\n", "`SSH-2.0-OpenSSH_9.6`; that is an SSH server"),
        Arguments.of("220 mx.test ESMTP\r\n", "`220 mx.test ESMTP`; that is a mail server"),
        Arguments.of("220 files ready\r\n", "`220 files ready`; that is an FTP or mail server"),
        Arguments.of("-ERR unknown command\r\n", "that is a Redis server: check the port"),
        Arguments.of("J\0\0\0\n8.0.36\0", "`J\\x00\\x00\\x00\\x0a8.0.36\\x00`; that is a MySQL"),
        Arguments.of("E\0\0\0\u0010SFATAL\0", "that is a PostgreSQL server"),
        Arguments.of(
            "\u0015\3\1\0\2\2\50", "`\\x15\\x03\\x01\\x00\\x02\\x02(`; it expects TLS there"),
        Arguments.of("\0\0\u0012\4\0\0\0\0\0\0\3", "it speaks HTTP/2 only"),
        Arguments.of("\0\0\u0008\7\0\0\0\0\0", "it speaks HTTP/2 only"),
        Arguments.of("<h1>Hello</h1>", "`<h1>Hello</h1>`; that is a body without the head"),
        Arguments.of("nonsense", "`nonsense`; check host and port in the baseUrl"));
  }

  /** A server that says no more waits for the client; it is not waited for. */
  @ParameterizedTest
  @MethodSource("foreign")
  void what_speaks_another_protocol_is_shown_and_recognised(String greeting, String sentence)
      throws IOException {
    for (boolean stays : new boolean[] {true, false}) {
      Exchange exchange =
          send(
              (connection, n) -> {
                connection.readHead();
                connection.write(greeting.getBytes(StandardCharsets.ISO_8859_1));
                if (stays) {
                  connection.hang();
                }
              });
      Failure failure = exchange.failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Failure.Kind.MALFORMED);
      assertThat(failure.detail()).contains("answered with what is not HTTP: ", sentence);
    }
  }

  @Test
  void a_dead_service_is_asked_a_few_times_and_then_no_more() throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + freePort());
    try (Client client = client(uri, Duration.ofSeconds(2))) {
      List<Failure> failures = IntStream.range(0, 30).mapToObj(i -> failure(client, uri)).toList();
      assertThat(failures.get(0).detail()).contains("refused the connection; check the baseUrl");
      assertThat(failures.get(29).kind()).isEqualTo(Failure.Kind.REFUSED);
      assertThat(failures.get(29).detail())
          .contains("gave no answer 24 times in a row, so no more was sent")
          .contains("refused the connection");
    }
  }

  private static Failure failure(Client client, URI uri) {
    return client.send(Request.get(uri)).failure().orElseThrow();
  }

  @Test
  void a_service_that_comes_back_is_waited_for() throws Exception {
    Script answers =
        (connection, n) -> {
          connection.readRequest();
          connection.write("HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
        };
    int port = freePort();
    URI uri = URI.create("http://127.0.0.1:" + port);
    try (Client client = client(uri, Duration.ofSeconds(2))) {
      try (RawServer first = RawServer.startAt(port, answers)) {
        assertThat(client.send(Request.get(first.uri())).succeeded()).isTrue();
      }
      FutureTask<Exchange> waiting = new FutureTask<>(() -> client.send(Request.get(uri)));
      Thread sender = new Thread(waiting);
      sender.start();
      while (sender.isAlive() && !isPatient(sender)) {
        Thread.onSpinWait();
      }
      try (RawServer second = RawServer.startAt(port, answers)) {
        Exchange exchange = waiting.get();
        assertThat(exchange.failure()).as(second.uri().toString()).isEmpty();
        assertThat(exchange.succeeded()).isTrue();
      }
    }
  }

  /** Whether it has met a service that is away, and waits for it. */
  private static boolean isPatient(Thread sender) {
    return sender.getState() == Thread.State.TIMED_WAITING
        && Stream.of(sender.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(Pacer.class.getName()));
  }

  @Test
  void a_proxy_that_has_its_service_back_soon_is_waited_for() throws IOException {
    Script script =
        (connection, n) -> {
          if (n == 1 || n == 2) {
            Hostility.A_PROXY_WITHOUT_ITS_SERVICE.script().run(connection, n);
          } else {
            connection.readRequest();
            connection.write("HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
          }
        };
    try (RawServer server = RawServer.start(script);
        Client client = client(server.uri(), Duration.ofSeconds(2))) {
      assertThat(client.send(Request.get(server.uri())).succeeded()).isTrue();
      assertThat(client.send(Request.get(server.uri())).succeeded()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void a_service_that_says_so_in_json_itself_is_taken_at_its_word(int status) throws IOException {
    Exchange exchange =
        send(
            (connection, n) -> {
              connection.readRequest();
              connection.answer(status, "{\"error\": \"storage is away\"}");
            });
    assertThat(exchange.response().map(Response::status)).contains(status);
  }

  @Test
  void json_beyond_what_is_read_is_neither_json_nor_its_absence() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String digits = "{\"message_id\": " + "9".repeat(100_000) + "}";
    for (String body : List.of(deep, digits)) {
      Response answer = send((c, n) -> answered(c, body)).response().orElseThrow();
      assertThat(answer.json()).isEmpty();
      assertThat(answer.unread().orElseThrow()).contains("deeper than 500 levels");
    }
  }

  private static void answered(RawServer.Connection connection, String body) throws IOException {
    connection.readRequest();
    connection.answer(200, body);
  }

  @Test
  void a_number_of_ten_thousand_digits_is_a_number() throws IOException {
    String digits = "9".repeat(10_000);
    Exchange exchange = send((c, n) -> answered(c, "{\"message_id\": " + digits + "}"));
    assertThat(exchange.member("message_id").orElseThrow().bigIntegerValue()).hasToString(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": NaN}", "{\"a\": Infinity}", "{\"a\": 1} {\"a\": 2}", "{'a': 1}"})
  void what_no_standard_calls_json_is_none(String body) throws IOException {
    Response answer = send((c, n) -> answered(c, body)).response().orElseThrow();
    assertThat(answer.json()).isEmpty();
    assertThat(answer.unread()).isEmpty();
  }

  @Test
  void of_two_members_with_one_name_the_last_counts() throws IOException {
    Exchange exchange = send((c, n) -> answered(c, "{\"a\": 1, \"a\": 2}"));
    assertThat(exchange.member("a").orElseThrow().asInt()).isEqualTo(2);
  }

  @Test
  void bytes_that_are_no_utf_8_are_shown_as_such() throws IOException {
    Exchange exchange =
        send(
            (connection, n) -> {
              connection.readRequest();
              connection.write(Hostility.json("Content-Length: 7"));
              connection.write(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
            });
    assertThat(exchange.response().orElseThrow().text()).isEqualTo("{\"\uFFFD\":1}");
  }

  @Test
  void a_folded_header_and_one_with_control_characters_are_just_headers() throws IOException {
    byte[] head =
        "HTTP/1.1 200 OK\r\nX-A: one\r\n two\r\nX-B: \u001b[31m\rX-C: forged\r\nContent-Length: 2\r\n\r\n{}"
            .getBytes(StandardCharsets.ISO_8859_1);
    Exchange exchange =
        send(
            (connection, n) -> {
              connection.readRequest();
              connection.write(head);
            });
    assertThat(exchange.response().orElseThrow().header("X-A")).contains("one two");
    assertThat(exchange.response().orElseThrow().header("X-C")).isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
