package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MockServerTest {

  private MockServer server;
  private Caller caller;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.random());
    caller = Caller.of(server);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void it_listens_on_the_loopback_address_only() {
    assertThat(server.baseUri().getHost()).isEqualTo("127.0.0.1");
    assertThat(server.baseUri().getPort()).isPositive();
    assertThat(server.baseUri().getPath()).isEmpty();
  }

  @Test
  void a_taken_port_is_named_by_the_exception() {
    int port = server.baseUri().getPort();
    assertThatThrownBy(() -> MockServer.start(port, TestAccounts.sample()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(String.valueOf(port));
  }

  @Test
  void a_closed_server_frees_its_port_and_may_be_closed_again() {
    MockServer first = MockServer.start(TestAccounts.sample());
    int port = first.baseUri().getPort();
    first.close();
    first.close();
    try (MockServer second = MockServer.start(port, TestAccounts.sample())) {
      assertThat(Caller.of(second).send(Caller.of(second).to("/")).status()).isEqualTo(404);
    }
  }

  @Test
  void connections_beyond_what_its_heap_bears_wait_until_others_are_closed() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try (MockServer small = MockServer.startOneOf(1_000_000, TestAccounts.sample())) {
      for (int i = 0; i < 200; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), small.baseUri().getPort()));
      }
      try (Socket waiting =
          new Socket(InetAddress.getLoopbackAddress(), small.baseUri().getPort())) {
        waiting
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        waiting.setSoTimeout(200);
        assertThatThrownBy(() -> waiting.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
        idle.get(0).close();
        waiting.setSoTimeout(30_000);
        assertThat(waiting.getInputStream().read()).isEqualTo('H');
      }
    } finally {
      for (Socket each : idle) {
        each.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"})
  void only_post_is_allowed_where_something_is_posted(String method) {
    for (String path : new String[] {Caller.MESSAGE, Caller.FILE, Caller.UPLOAD}) {
      Answer answer = caller.send(caller.to(path).method(method, BodyPublishers.noBody()));
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, error",
    "/v1.0/log_message_from_user, error_message",
    "/v1.0/log_file_from_user, error_message",
    "/v1.0/log_file_from_user/x, error_message",
    "/api/upload_file/, error",
    "//api/upload_file, error",
    "/API/upload_file, error",
    "/__admin/mappings, error",
    "/files/none.pdf, error",
    "/storage-down/files/none.pdf, error"
  })
  void a_path_that_nothing_is_served_at_is_answered_with_404_in_json(String path, String key) {
    Answer answer = caller.send(caller.rooms(path).POST(BodyPublishers.noBody()));
    Answer view = caller.send(caller.rooms(path));
    assertThat(view.status()).isEqualTo(404);
    assertThat(Stream.of(answer, view).map(each -> each.json().path(key).isTextual()))
        .containsOnly(true);
  }

  @Test
  void every_error_object_has_exactly_one_member() {
    Answer haptik = caller.send(caller.to(Caller.MESSAGE).POST(BodyPublishers.noBody()));
    Answer rooms = caller.send(caller.to(Caller.UPLOAD).POST(BodyPublishers.noBody()));
    assertThat(haptik.line())
        .isEqualTo("401 {\"error_message\":\"invalid authorization details\"}");
    assertThat(rooms.line()).isEqualTo("401 {\"error\":\"Invalid token or token missing\"}");
    assertThat(haptik.headers().firstValue("Content-Type")).hasValue("application/json");
  }
}
