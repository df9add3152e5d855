package dev.assay.exchange.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.RawServer.Connection;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that need not be about the request are asked for once more; all others are believed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RetryPolicyTest {

  private static final String QUOTA = "{\"message\": \"Out of call volume quota.\"}";
  private static final String PAGE = "<html>Request blocked</html>";

  private static Client client(URI uri) {
    Limits limits = new Limits(Double.POSITIVE_INFINITY, Duration.ofSeconds(2), false, 0, 0);
    return ServiceClient.overApache(
        ServiceAccess.direct(uri, Secrets.of("Sesame-Open-42", "client-77-xyz")), limits);
  }

  private static void write(Connection connection, int status, String header, String body)
      throws IOException {
    connection.readRequest();
    connection.write(
        "HTTP/1.1 %d X\r\n%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, header, body.length(), body));
  }

  /** So often that, and then a success. */
  private static RawServer refusing(int times, int status, String header, String body)
      throws IOException {
    return RawServer.start(
        (connection, n) ->
            write(connection, n < times ? status : 200, header, n < times ? body : "{}"));
  }

  private static List<Integer> statuses(RawServer server, int requests) {
    try (Client client = client(server.uri())) {
      return IntStream.range(0, requests)
          .mapToObj(i -> client.send(Request.get(server.uri())))
          .map(exchange -> exchange.response().map(Response::status).orElse(0))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 420, 500, 502, 503, 509, 529})
  void a_refusal_that_tells_when_to_come_again_is_waited_for(int status) throws IOException {
    for (String header :
        List.of("Retry-After: 0", "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 0")) {
      try (RawServer server = refusing(2, status, header, QUOTA)) {
        assertThat(statuses(server, 1)).containsExactly(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 413})
  void what_no_waiting_makes_right_is_believed_at_once(int status) throws IOException {
    try (RawServer server = refusing(99, status, "Retry-After: 0", QUOTA)) {
      assertThat(statuses(server, 1)).containsExactly(status);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void a_service_that_says_so_with_every_refusal_is_believed_after_a_while() throws IOException {
    try (RawServer server = refusing(999, 403, "Retry-After: 0", "{\"error\": \"no\"}")) {
      assertThat(statuses(server, 20)).containsOnly(403);
      assertThat(server.heads()).hasSize(20 + 3 * 5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void an_overload_in_json_is_asked_once_more_and_slower(int status) throws IOException {
    try (RawServer server = refusing(1, status, "A: b", "{\"error\": \"busy\"}")) {
      assertThat(statuses(server, 2)).containsExactly(200, 200);
    }
  }

  @Test
  void an_overload_that_stays_is_believed() throws IOException {
    try (RawServer server = refusing(999, 503, "A: b", "{\"error\": \"busy\"}")) {
      assertThat(statuses(server, 10)).containsOnly(503);
      assertThat(server.heads()).hasSize(10 + 3 * 2);
    }
  }

  @Test
  void a_service_that_bears_no_two_requests_at_once_is_asked_alone() throws IOException {
    AtomicInteger inside = new AtomicInteger();
    try (RawServer server =
            RawServer.start(
                (connection, n) -> {
                  connection.readHead();
                  boolean alone = inside.incrementAndGet() == 1;
                  try {
                    Thread.sleep(20);
                    write200Or503(connection, alone && inside.get() == 1);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  } finally {
                    inside.decrementAndGet();
                  }
                });
        Client client = client(server.uri())) {
      assertThat(
              Stream.generate(() -> Request.get(server.uri()))
                  .limit(6)
                  .parallel()
                  .map(client::send))
          .allMatch(Exchange::succeeded);
    }
  }

  private static void write200Or503(Connection connection, boolean good) throws IOException {
    connection.write(
        "HTTP/1.1 %d X\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(good ? 200 : 503));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 406})
  void a_page_of_a_firewall_is_asked_past(int status) throws IOException {
    try (RawServer server = refusing(2, status, "Content-Type: text/html", PAGE)) {
      assertThat(statuses(server, 1)).containsExactly(200);
    }
  }

  @Test
  void a_service_that_refuses_with_pages_is_believed_after_a_while() throws IOException {
    try (RawServer server = refusing(999, 403, "Content-Type: text/html", PAGE)) {
      assertThat(statuses(server, 20)).containsOnly(403);
      assertThat(server.heads()).hasSize(20 + 3 * 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500})
  void a_refusal_in_json_is_believed_at_once(int status) throws IOException {
    try (RawServer server = refusing(999, status, "A: b", "{\"error\": \"no\"}")) {
      assertThat(statuses(server, 1)).containsExactly(status);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void another_host_that_is_away_is_asked_once_and_holds_nobody_back() throws IOException {
    URI dead = URI.create("http://127.0.0.1:" + freePort() + "/file");
    try (RawServer server = refusing(0, 200, "A: b", "{}");
        Client client = client(server.uri())) {
      assertThat(client.send(Request.get(server.uri())).succeeded()).isTrue();
      List<String> described =
          IntStream.range(0, 5)
              .mapToObj(i -> client.send(Request.get(dead)).failure().orElseThrow().detail())
              .toList();
      assertThat(described.get(0)).contains("refused the connection");
      assertThat(described.subList(1, 5))
          .allMatch(detail -> detail.contains("gave no answer before, so no more was sent"));
      assertThat(client.send(Request.get(server.uri())).succeeded()).isTrue();
    }
  }

  @Test
  void another_host_that_never_answers_costs_one_wait_however_many_ask() throws IOException {
    try (RawServer silent = RawServer.start((c, n) -> readAndHang(c));
        RawServer server = refusing(0, 200, "A: b", "{}");
        Client client = client(server.uri())) {
      assertThat(
              Stream.generate(() -> Request.get(silent.uri()))
                  .limit(6)
                  .parallel()
                  .map(client::send))
          .allMatch(exchange -> exchange.failure().isPresent());
      assertThat(silent.heads()).hasSize(1);
    }
  }

  private static void readAndHang(Connection connection) throws IOException {
    connection.readHead();
    connection.hang();
  }

  @Test
  void another_host_that_has_answered_is_asked_by_all() throws IOException {
    try (RawServer other = refusing(0, 200, "A: b", "{}");
        RawServer server = refusing(0, 200, "A: b", "{}");
        Client client = client(server.uri())) {
      assertThat(
              Stream.generate(() -> Request.get(other.uri())).limit(6).parallel().map(client::send))
          .allMatch(Exchange::succeeded);
      assertThat(other.heads()).hasSize(6);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
