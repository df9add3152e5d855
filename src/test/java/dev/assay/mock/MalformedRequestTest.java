package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the answer is a 4xx with the service's own error object. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestTest {

  private static final String USER = "\"user\":{\"auth_id\":\"sampleUser1\"}";
  private static final String REST =
      "\"message_body\":\"a\",\"message_type\":0,\"business_id\":343";
  private static final String OPENING = "--b\r\nContent-Disposition: form-data; name=\"file\"";

  private MockServer server;
  private Caller caller;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.sample());
    caller = Caller.of(server);
  }

  @AfterAll
  void close() {
    server.close();
  }

  static Stream<String> badMessages() {
    String good = "{" + USER + "," + REST + "}";
    return Stream.of(
        "",
        " ",
        "null",
        "0",
        "\"text\"",
        "[" + good + "]",
        "{}",
        good + good,
        good + " x",
        good.substring(1),
        good.substring(0, good.length() - 1),
        "\ufeff" + good,
        good.replace("343}", "343,}"),
        good.replace('"', '\''),
        "{" + USER + "," + USER + "," + REST + "}",
        "{" + REST + "}",
        "{" + USER + "}",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        good.replace("\"sampleUser1\"", "null"),
        good.replace("\"sampleUser1\"", "\"\""),
        good.replace("\"sampleUser1\"", "1"),
        good.replace("\"sampleUser1\"", "[\"sampleUser1\"]"),
        good.replace("{\"auth_id\":\"sampleUser1\"}", "\"sampleUser1\""),
        good.replace("{\"auth_id\":\"sampleUser1\"}", "null"),
        good.replace("\"a\"", "null"),
        good.replace("\"a\"", "\"\""),
        good.replace("\"a\"", "1"),
        good.replace("\"a\"", "{}"),
        good.replace("\"a\"", "\"\u0001\""),
        good.replace(":0", ":null"),
        good.replace(":0", ":\"0\""),
        good.replace(":0", ":1"),
        good.replace(":0", ":-1"),
        good.replace(":0", ":0.0"),
        good.replace(":0", ":false"),
        good.replace(":0", ":00"),
        good.replace(":343", ":null"),
        good.replace(":343", ":\"343\""),
        good.replace(":343", ":344"),
        good.replace(":343", ":-343"),
        good.replace(":343", ":343.0"),
        good.replace(":343", ":3.43e2"),
        good.replace(":343", ":18446744073709551959"),
        good.replace(":343", ":1e999999999"),
        good.replace(":343", ":" + "9".repeat(100_000)),
        good.replace(":343", ":NaN"));
  }

  @ParameterizedTest
  @MethodSource("badMessages")
  void a_message_that_is_not_exactly_as_documented_is_a_bad_request(String body) {
    Answer answer = caller.message(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error_message").isTextual()).isTrue();
  }

  static Stream<byte[]> badBytes() {
    byte[] latin =
        ("{" + USER + "," + REST.replace("a\"", "\u00e4\"") + "}")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] wide = ("{" + USER + "," + REST + "}").getBytes(StandardCharsets.UTF_16);
    return Stream.of(latin, wide, new byte[100], new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
  }

  @ParameterizedTest
  @MethodSource("badBytes")
  void bytes_that_are_not_text_are_a_bad_request(byte[] body) {
    Answer answer =
        caller.send(
            caller
                .haptik(Caller.MESSAGE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.status()).isEqualTo(400);
  }

  static Stream<String> badForms() {
    String end = "\r\n--b--\r\n";
    return Stream.of(
        "",
        "--b",
        "--b\r\n",
        "--b\r\n\r\n",
        "--b\r\n\r\nx" + end,
        "--b x\r\n\r\nx" + end,
        "--c--\r\n",
        OPENING,
        OPENING + "\r\n\r\n",
        OPENING + "\r\n\r\nx",
        OPENING + "\r\n\r\nx\r\n--b",
        OPENING + "\r\n\r\nx\r\n--b-",
        OPENING + "\r\n\r\nx\n--b--\n",
        OPENING.replace("\r\n", "\n") + "\n\nx" + end,
        OPENING + "; name=\"room_id\"\r\n\r\nx" + end,
        OPENING + "; filename=\"a.pdf\r\n\r\nx" + end,
        OPENING + "; filename\r\n\r\nx" + end,
        OPENING + "; filename=\"a\"b\r\n\r\nx" + end,
        OPENING.replace("form-data", "attachment") + "\r\n\r\nx" + end,
        OPENING.replace("; name=\"file\"", "") + "\r\n\r\nx" + end,
        OPENING.replace("Disposition", "Description") + "\r\n\r\nx" + end,
        OPENING + "\r\nContent-Type: text/plain; charset=no such\r\n\r\nx" + end,
        OPENING + "\r\nX: " + "x".repeat(100_000) + "\r\n\r\nx" + end,
        (OPENING + "\r\n\r\n\r\n").repeat(101) + "--b--",
        "\0".repeat(1000),
        "{\"room_id\":\"room123\"}");
  }

  @ParameterizedTest
  @MethodSource("badForms")
  void a_malformed_form_is_a_bad_request_for_both_services(String body) {
    String type = "multipart/form-data; boundary=b";
    for (HttpRequest.Builder request :
        List.of(caller.haptik(Caller.FILE), caller.rooms(Caller.UPLOAD))) {
      Answer answer =
          caller.send(request.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=other",
        "multipart/form-data; charset=nonsense; boundary=b"
      })
  void a_form_whose_boundary_is_missing_or_another_is_a_bad_request(String type) {
    Answer answer =
        caller.send(
            caller
                .rooms(Caller.UPLOAD)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(OPENING + "\r\n\r\nx\r\n--b--")));
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed; boundary=b",
        "multipart/form-data; boundary=b; boundary=b",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=\"b",
        "application/x-www-form-urlencoded; charset=nonsense",
        "text/plain; charset=nonsense",
        "/"
      })
  void a_content_type_that_is_no_form_is_not_supported(String type) {
    Answer answer =
        caller.send(
            caller
                .rooms(Caller.UPLOAD)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("room_id=%zz")));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("error").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity"})
  void a_compressed_body_is_not_supported(String encoding) {
    Answer answer =
        caller.send(
            caller
                .haptik(Caller.MESSAGE)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString("{" + USER + "," + REST + "}")));
    assertThat(answer.line())
        .isEqualTo(
            "415 {\"error_message\":\"compressed bodies are not supported: send no Content-Encoding\"}");
  }
}
