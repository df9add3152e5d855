package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no decent client can be made to send, written to the socket as they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestTest {

  private static final String HOST = "Host: x\r\nConnection: close\r\n";

  private MockServer server;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.sample());
  }

  @AfterAll
  void close() {
    server.close();
  }

  static Stream<String> requests() {
    String post = "POST /api/upload_file HTTP/1.1\r\n" + HOST;
    return Stream.of(
        "CONNECT x:1 HTTP/1.1\r\n" + HOST + "\r\n",
        "CONNECT /api/upload_file HTTP/1.1\r\n" + HOST + "\r\n",
        "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /a%00 HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /a\\b HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /../../x HTTP/1.1\r\n" + HOST + "\r\n",
        "GET http://[ HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /api/get_room_messages?%zz=%&&=;% HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /api/get_room_messages?room_id=%zz HTTP/1.1\r\n"
            + HOST
            + "Authorization: SampleRoomsToken4Assay2026\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b:99999999\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "Cookie: ==;;\"=\\\r\n\r\n",
        "GET / HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(40_000) + "\r\n\r\n",
        "GET /" + "x".repeat(40_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
        "x\r\n\r\n",
        post + "Content-Length: -1\r\n\r\n",
        post + "Content-Length: 99999999999999999999\r\n\r\n",
        post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        post + "Content-Type: application/x-www-form-urlencoded; charset=no\r\n\r\n",
        post + "Content-Type: multipart/form-data\r\nContent-Length: 0\r\n\r\n",
        post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void the_answer_is_a_client_error(String request) throws IOException {
    assertThat(answerTo(request)).matches("HTTP/1\\.[01] 4\\d\\d .*");
  }

  private String answerTo(String request) throws IOException {
    URI base = server.baseUri();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStreamReader answer =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1);
      return new BufferedReader(answer).readLine();
    }
  }
}
