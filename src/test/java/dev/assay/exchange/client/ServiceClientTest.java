package dev.assay.exchange.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Response;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.transport.ApacheTransport;
import dev.assay.exchange.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both ways of sending. */
@ParameterizedClass(name = "{0}")
@EnumSource
class ServiceClientTest {

  enum Way {
    REST_ASSURED,
    APACHE
  }

  @Parameter private Way way;

  private Client.Factory maker() {
    return way == Way.APACHE ? ServiceClient::overApache : ServiceClient::overRestAssured;
  }

  private static final String TOKEN = "Sesame-Open-42";
  private static final Limits QUICK =
      new Limits(Double.POSITIVE_INFINITY, Duration.ofSeconds(2), false, 0, 0);

  private Client client(URI uri) {
    return maker().client(ServiceAccess.direct(uri, Secrets.of(TOKEN, "client-77-xyz")), QUICK);
  }

  private Exchange send(RawServer server, Request request) {
    try (Client client = client(server.uri())) {
      return client.send(request);
    }
  }

  private static URI at(RawServer server, String path) {
    return URI.create(server.uri() + path);
  }

  private static Body.Multipart form(BodySource file) {
    return new Body.Multipart(
        "edge",
        List.of(
            FormPart.field("room_id", "room1"),
            FormPart.file("file", "a.pdf", "application/pdf", file)));
  }

  private static BodySource zeros(long size) {
    return new BodySource() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public java.io.InputStream open() {
        return new java.io.InputStream() {
          private long left = size;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
          }
        };
      }
    };
  }

  @Test
  void a_json_request_goes_out_as_written_with_its_credentials_filled_in() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              String head = connection.readHead();
              int length =
                  Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
              String body = new String(connection.read(length), StandardCharsets.UTF_8);
              connection.answer(200, body);
            })) {
      Exchange exchange =
          send(
              server,
              Request.post(at(server, "/p/x/"), new Body.Text("{\"a\": \"ü\"}"))
                  .with("Authorization", "Bearer $TOKEN")
                  .with("client-id", "$CLIENT_ID")
                  .with("Content-Type", "application/json"));
      assertThat(server.heads().get(0))
          .startsWith("POST /p/x/ HTTP/1.1\r\n")
          .contains("Authorization: Bearer Sesame-Open-42\r\n")
          .contains("client-id: client-77-xyz\r\n")
          .containsOnlyOnce("Content-Type: application/json\r\n");
      assertThat(exchange.response().orElseThrow().text()).isEqualTo("{\"a\": \"ü\"}");
      assertThat(exchange.request().header("Authorization")).contains("Bearer $TOKEN");
    }
  }

  @Test
  void requests_in_a_row_share_one_connection_while_the_server_keeps_it() throws IOException {
    try (RawServer server =
            RawServer.start(
                (connection, n) -> {
                  for (int i = 0; i < 2; i++) {
                    connection.readHead();
                    connection.answer(200, "connection " + n);
                  }
                });
        Client client = client(server.uri())) {
      Request first = Request.get(at(server, "/1"));
      Request second = Request.get(at(server, "/2"));
      client.send(first);
      List<Exchange> exchanges = client.sendOnOneConnection(List.of(first, second));
      assertThat(exchanges)
          .extracting(exchange -> exchange.response().orElseThrow().text())
          .containsOnly("connection 1");
      assertThat(exchanges).extracting(Exchange::before).containsExactly(none(), of(first));
    }
  }

  @Test
  void requests_in_a_row_go_on_where_the_server_closes_in_between() throws IOException {
    try (RawServer server = echo();
        Client client = client(server.uri())) {
      Request request = Request.post(at(server, "/x"), new Body.Text("hello"));
      assertThat(client.sendOnOneConnection(List.of(request, request)))
          .allMatch(Exchange::succeeded);
      assertThat(server.heads()).hasSize(2);
    }
  }

  private static Optional<Request> none() {
    return Optional.empty();
  }

  private static Optional<Request> of(Request request) {
    return Optional.of(request);
  }

  @Test
  void a_request_without_content_type_has_none() throws IOException {
    try (RawServer server = echo()) {
      send(server, Request.post(at(server, "/x"), new Body.Text("hello")));
      assertThat(server.heads().get(0)).doesNotContainIgnoringCase("content-type");
    }
  }

  @Test
  void headers_may_be_empty_or_there_twice() throws IOException {
    try (RawServer server = echo()) {
      send(
          server,
          Request.post(at(server, "/x"), new Body.Text("hello"))
              .with("client-id", "")
              .with("Authorization", "one")
              .and("Authorization", "two")
              .with("Content-Type", "text/plain"));
      assertThat(server.heads().get(0))
          .contains("client-id: \r\n")
          .contains("Authorization: one\r\n")
          .contains("Authorization: two\r\n");
    }
  }

  @Test
  void a_form_is_sent_byte_for_byte_with_its_length() throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              String head = connection.readHead();
              int length =
                  Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
              seen.writeBytes(connection.read(length));
              connection.answer(200, "{}");
            })) {
      Body.Multipart form = form(BodySource.of(new byte[] {0, 13, 10, -1}));
      send(
          server,
          Request.post(at(server, "/x"), form)
              .with("Content-Type", "multipart/form-data; boundary=edge"));
      assertThat(server.heads().get(0))
          .contains("Content-Type: multipart/form-data; boundary=edge\r\n");
      assertThat(seen.toByteArray()).isEqualTo(form.open().readAllBytes());
    }
  }

  @Test
  void a_chunked_request_tells_no_length() throws IOException {
    try (RawServer server = echo()) {
      send(
          server,
          Request.post(at(server, "/x"), form(zeros(100)))
              .with("Content-Type", "multipart/form-data; boundary=edge")
              .framed(Framing.CHUNKED));
      assertThat(server.heads().get(0))
          .contains("Transfer-Encoding: chunked")
          .doesNotContain("Content-Length");
    }
  }

  @Test
  void an_answer_before_the_whole_upload_is_read_although_the_connection_ends() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.answer(413, "{\"error\": \"too large\"}");
            })) {
      Exchange exchange = send(server, Request.post(at(server, "/x"), form(zeros(24 << 20))));
      assertThat(exchange.response().map(Response::status)).contains(413);
      assertThat(exchange.response().orElseThrow().text()).contains("too large");
    }
  }

  @Test
  void an_answer_without_length_from_a_server_that_read_nothing_is_read() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write(
                  "HTTP/1.0 401 X\r\nContent-Type: application/json\r\n\r\n{\"a\": 1}");
            })) {
      Exchange exchange =
          send(server, Request.post(at(server, "/x"), new Body.Text("x".repeat(30_000))));
      assertThat(exchange.response().map(Response::status)).contains(401);
      assertThat(exchange.member("a")).isPresent();
    }
  }

  @Test
  void the_unread_body_of_a_refused_request_is_not_taken_for_the_next_one() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              while (connection.readHead() != null) {
                connection.answer(401, "{}");
              }
            })) {
      try (Client client = client(server.uri())) {
        client.send(Request.post(at(server, "/a"), new Body.Text("body\r\n\r\n")));
        client.send(Request.post(at(server, "/b"), new Body.Text("body\r\n\r\n")));
        assertThat(server.heads()).filteredOn(head -> head.startsWith("POST /b")).hasSize(1);
      }
    }
  }

  @Test
  void a_large_upload_that_is_reset_is_tried_again_waiting_for_100_continue() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              if (connection.readHead().contains("Expect: 100-continue")) {
                connection.answer(400, "{\"error\": \"too large\"}");
              } else {
                connection.reset();
              }
            })) {
      Exchange exchange = send(server, Request.post(at(server, "/x"), form(zeros(1 << 20))));
      assertThat(exchange.response().map(Response::status)).contains(400);
    }
  }

  @Test
  void a_kept_connection_that_was_closed_meanwhile_is_no_failure() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.answer(200, "{}");
              if (n == 0) {
                connection.readHead();
                connection.reset();
              } else {
                connection.readHead();
              }
            })) {
      try (Client client = client(server.uri())) {
        assertThat(client.send(Request.get(at(server, "/a"))).succeeded()).isTrue();
        assertThat(client.send(Request.get(at(server, "/b"))).succeeded()).isTrue();
      }
    }
  }

  @Test
  void a_fresh_connection_that_is_reset_is_a_failure() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.reset();
            })) {
      Exchange exchange = send(server, Request.get(at(server, "/a")));
      assertThat(exchange.failure().map(Failure::kind)).contains(Failure.Kind.RESET);
    }
  }

  @Test
  void a_refused_connection_says_where() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI uri = URI.create("http://127.0.0.1:" + port);
    try (Client client = client(uri)) {
      Failure failure = client.send(Request.get(uri)).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
      assertThat(failure.detail()).contains(uri.toString());
    }
  }

  @Test
  void a_server_that_never_answers_is_a_timeout() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.read(1);
            })) {
      URI uri = server.uri();
      Limits limits = new Limits(Double.POSITIVE_INFINITY, Duration.ofMillis(200), false, 0, 0);
      try (Client client =
          maker().client(ServiceAccess.direct(uri, Secrets.of(TOKEN, "c")), limits)) {
        assertThat(client.send(Request.get(uri)).failure().map(Failure::kind))
            .contains(Failure.Kind.TIMEOUT);
      }
    }
  }

  @Test
  void what_is_not_http_is_malformed() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write("SSH-2.0-OpenSSH_9.2\r\n".repeat(2000));
            })) {
      assertThat(send(server, Request.get(server.uri())).failure().map(Failure::kind))
          .contains(Failure.Kind.MALFORMED);
    }
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write(
                  "HTTP/1.1 302 Found\r\nLocation: /other\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
              connection.readHead();
              connection.answer(200, "{}");
            })) {
      try (Client client = client(server.uri())) {
        Exchange first = client.send(Request.get(at(server, "/a")));
        client.send(Request.get(at(server, "/b")));
        assertThat(first.response().map(Response::status)).contains(302);
        assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("Cookie: a=b"));
      }
    }
  }

  @Test
  void the_time_that_this_machine_takes_to_make_a_request_ready_is_not_the_services()
      throws IOException {
    Duration timeout = Duration.ofMillis(100);
    Transport slowToBegin =
        (http, request, responses) -> {
          LockSupport.parkNanos(timeout.multipliedBy(3).toNanos());
          return new ApacheTransport().send(http, request, responses);
        };
    Limits limits = new Limits(Double.POSITIVE_INFINITY, timeout, false, 0, 0);
    try (RawServer server =
            RawServer.start(
                (connection, n) -> {
                  connection.readHead();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
        Client client =
            ServiceClient.over(
                slowToBegin,
                ServiceAccess.direct(server.uri(), Secrets.of(TOKEN, "client-77-xyz")),
                limits)) {
      assertThat(client.send(Request.get(server.uri())).failure()).isEmpty();
    }
  }

  @Test
  void a_gzipped_answer_is_read() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
    }
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write(
                  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                      .formatted(zipped.size()));
              connection.socket().getOutputStream().write(zipped.toByteArray());
            })) {
      assertThat(send(server, Request.get(server.uri())).member("a").orElseThrow().asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void a_server_that_asks_to_wait_is_asked_again() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              if (n < 2) {
                connection.write(
                    "HTTP/1.1 %d X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"
                        .formatted(n == 0 ? 429 : 503));
              } else {
                connection.answer(200, "{}");
              }
            })) {
      assertThat(send(server, Request.get(server.uri())).succeeded()).isTrue();
    }
  }

  @Test
  void a_server_that_asks_for_too_long_a_wait_is_undecided() throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write("HTTP/1.1 429 X\r\nRetry-After: 9999\r\nContent-Length: 0\r\n\r\n");
            })) {
      assertThat(send(server, Request.get(server.uri())).failure().map(Failure::kind))
          .contains(Failure.Kind.RATE_LIMITED);
    }
  }

  @Test
  void credentials_go_to_no_other_host() throws IOException {
    try (RawServer server = echo()) {
      try (Client client = client(URI.create("http://127.0.0.1:1"))) {
        client.send(
            Request.get(server.uri()).with("Authorization", "Bearer $TOKEN").withQuery("t=$TOKEN"));
        assertThat(server.heads().get(0))
            .startsWith("GET / HTTP/1.1\r\n")
            .doesNotContain(TOKEN, "TOKEN", "Authorization");
      }
    }
  }

  @Test
  void a_credential_that_a_server_sends_back_is_judged_as_it_came_and_shown_by_its_name()
      throws IOException {
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readHead();
              connection.write(
                  "HTTP/1.1 200 OK\r\nX-Seen: Sesame-Open-42\r\nContent-Length: 35\r\n\r\n"
                      + "{\"seen\": \"Bearer Sesame-Open-42!!\"}");
            })) {
      Exchange exchange = send(server, Request.get(server.uri()));
      assertThat(exchange.member("seen").orElseThrow().asText())
          .isEqualTo("Bearer " + TOKEN + "!!");
      RecordedExchange shown =
          new Recorder(Secrets.of(TOKEN, "client-77-xyz"), Map.of()).recorded(exchange);
      assertThat(shown.toString()).doesNotContain(TOKEN);
      assertThat(shown.response().orElseThrow().text())
          .isEqualTo("{\"seen\": \"Bearer $TOKEN!!\"}");
      assertThat(shown.response().orElseThrow().header("X-Seen")).contains("$TOKEN");
    }
  }

  @Test
  void a_signed_url_is_fetched_as_it_is_written() throws IOException {
    try (RawServer server = echo()) {
      send(server, Request.get(at(server, "/f/a%20b+c.pdf?sig=a%2Fb%3D%3D&x=1+2&flag")));
      assertThat(server.heads().get(0))
          .startsWith("GET /f/a%20b+c.pdf?sig=a%2Fb%3D%3D&x=1+2&flag HTTP/1.1");
    }
  }

  @Test
  void every_method_can_be_sent() throws IOException {
    for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")) {
      try (RawServer server = echo()) {
        Exchange exchange = send(server, Request.get(server.uri()).withMethod(method));
        assertThat(server.heads().get(0)).startsWith(method + " / HTTP/1.1");
        assertThat(exchange.succeeded()).as(method + " " + exchange.failure()).isTrue();
      }
    }
  }

  private static RawServer echo() throws IOException {
    return RawServer.start(
        (connection, n) -> {
          connection.readHead();
          connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        });
  }

  /** The limit of an exchange is longer than the patience of this test. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void to_close_a_client_ends_what_it_waits_for(boolean onOneConnection) throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    Limits patient = new Limits(Double.POSITIVE_INFINITY, Duration.ofMinutes(10), false, 0, 0);
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              connection.readRequest();
              reached.countDown();
              connection.hang();
            })) {
      Client client = maker().client(ServiceAccess.direct(server.uri(), Secrets.none()), patient);
      Request request = Request.get(server.uri());
      CompletableFuture<List<Exchange>> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  onOneConnection
                      ? client.sendOnOneConnection(List.of(request, request))
                      : List.of(client.send(request)));
      reached.await();
      client.close();
      assertThat(waiting.get(2, TimeUnit.MINUTES))
          .allMatch(exchange -> exchange.failure().isPresent());
    }
  }
}
