package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that people make with such a mock, and what it tells them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintsTest {

  private static final String JSON =
      "{\"user\":{\"auth_id\":\"%s\"},\"message_body\":\"x\",\"message_type\":0,\"business_id\":%s}";
  private static final String GOOD = JSON.formatted("sampleUser1", "343");

  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private MockServer server;
  private Caller caller;

  @BeforeAll
  void start() {
    server =
        MockServer.start(
            new MockSetup(
                MockSetup.LOOPBACK,
                0,
                TestAccounts.sample(),
                List.of(),
                List.of(),
                Optional.of(refusals::add)));
    caller = Caller.of(server);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static String hint(Answer answer) {
    return answer.headers().firstValue("X-Assay-Hint").orElse("");
  }

  private HttpRequest.Builder json(HttpRequest.Builder request, String body) {
    return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  private static TestForm document(String user) {
    return new TestForm()
        .field("auth_id", user)
        .field("business_id", "343")
        .field("message_type", "52")
        .file("notes.pdf", new byte[9]);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "Bearer \"SampleHaptikToken4Assay2026\" | the token is right but for the quotes around it",
        "'Bearer SampleHaptikToken4Assay2026' | the token is right but for the quotes around it",
        "SampleHaptikToken4Assay2026 | the word Bearer and one blank must stand before the token",
        "Bearer: SampleHaptikToken4Assay2026 | what stands before or within it is not",
        "Bearer Bearer SampleHaptikToken4Assay2026 | what stands before or within it is not",
        "Token SampleHaptikToken4Assay2026 | what stands before or within it is not",
        "Bearer samplehaptiktoken4assay2026 | letters of the other case",
        "Bearer | the token is empty: perhaps its environment variable is not set",
        "Bearer <TOKEN> | a placeholder that was not filled in",
        "Bearer ${HAPTIK_TOKEN} | a placeholder that was not filled in",
        "Bearer SampleRoomsToken4Assay2026 | the token of the other service",
        "Bearer 0123456789 | not the one that the mock printed when it started (option --token)"
      })
  void a_haptik_token_with_something_wrong(String value, String expected) {
    Answer answer =
        caller.send(json(caller.to(Caller.MESSAGE), GOOD).header("Authorization", value));
    assertThat(answer.line())
        .isEqualTo("401 {\"error_message\":\"invalid authorization details\"}");
    assertThat(hint(answer)).contains(expected).doesNotContain("SampleHaptikToken4Assay2026");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "Bearer SampleRoomsToken4Assay2026 | the bare token, without the word Bearer before it",
        "'SampleRoomsToken4Assay2026' | the token is right but for the quotes around it",
        "your-auth-token | (option --rooms-token)",
        "Bearer SampleHaptikToken4Assay2026 | the token of the other service"
      })
  void a_rooms_token_with_something_wrong(String value, String expected) {
    TestForm form = TestForm.upload("room123", new byte[3]);
    Answer answer = caller.post(caller.to(Caller.UPLOAD).header("Authorization", value), form);
    assertThat(answer.line()).isEqualTo("401 {\"error\":\"Invalid token or token missing\"}");
    assertThat(hint(answer)).contains(expected);
  }

  @Test
  void no_token_or_two() {
    assertThat(hint(caller.send(json(caller.to(Caller.MESSAGE), GOOD))))
        .isEqualTo("no Authorization header came; send `Authorization: Bearer TOKEN`");
    HttpRequest.Builder twice = caller.haptik(Caller.MESSAGE).header("Authorization", "Bearer x");
    assertThat(hint(caller.send(json(twice, GOOD))))
        .isEqualTo("the Authorization header came 2 times");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1.0/log_message_from_user | the path is /v1.0/log_message_from_user/, with a slash at its end",
        "/api/upload_file/ | the path is /api/upload_file, without a slash at its end",
        "//api/Upload_File | the path is /api/upload_file, without a slash at its end",
        "/v1.0/create_user/ | users are not registered here but named with the option --user",
        "/ | served are /v1.0/log_message_from_user/, /v1.0/log_file_from_user/, /api/upload_file"
      })
  void another_path(String path, String expected) {
    Answer answer = caller.send(json(caller.to(path), GOOD));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(hint(answer)).contains(expected);
  }

  @Test
  void another_method() {
    assertThat(hint(caller.send(caller.haptik(Caller.MESSAGE)))).contains("the method is POST");
  }

  @Test
  void a_browser_that_asks_first() {
    HttpRequest.Builder preflight =
        caller
            .to(Caller.MESSAGE)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST")
            .header("Origin", "http://localhost:3000");
    assertThat(hint(caller.send(preflight))).contains("--cors http://localhost:3000");
  }

  @Test
  void another_content_type() {
    HttpRequest.Builder curls =
        caller
            .haptik(Caller.MESSAGE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(GOOD));
    assertThat(hint(caller.send(curls)))
        .contains("application/x-www-form-urlencoded", "Content-Type: application/json")
        .contains("which curl -d does not");
    HttpRequest.Builder none = caller.haptik(Caller.MESSAGE).POST(BodyPublishers.ofString(GOOD));
    assertThat(hint(caller.send(none))).startsWith("it came with none");
    assertThat(hint(caller.send(json(caller.rooms(Caller.UPLOAD), "{}"))))
        .startsWith("it came as application/json; send a form, as curl -F does");
  }

  @Test
  void a_form_without_its_boundary() {
    byte[] form = TestForm.upload("room123", new byte[3]).bytes();
    for (String boundary : List.of("", "; boundary=")) {
      HttpRequest.Builder request =
          caller
              .rooms(Caller.UPLOAD)
              .header("Content-Type", "multipart/form-data" + boundary)
              .POST(BodyPublishers.ofByteArray(form));
      assertThat(hint(caller.send(request))).contains("do not set Content-Type yourself");
    }
  }

  @Test
  void a_client_id_that_is_missing_or_wrong() {
    HttpRequest.Builder without =
        caller
            .to(Caller.MESSAGE)
            .header("Authorization", "Bearer " + caller.accounts().haptikToken());
    assertThat(hint(caller.send(json(without, GOOD)))).isEqualTo("no client-id header came");
    assertThat(hint(caller.send(json(without, GOOD).header("client-id", "mine"))))
        .contains("(option --client-id)");
  }

  @Test
  void somebody_elses_ids() {
    String expected =
        "auth_id is `user4711`; the one registered user is `sampleUser1` (option --user)";
    assertThat(hint(caller.message(JSON.formatted("user4711", "343")))).isEqualTo(expected);
    assertThat(hint(caller.file(document("user4711")))).isEqualTo(expected);
    assertThat(hint(caller.message(JSON.formatted("sampleUser1", "344"))))
        .isEqualTo("business_id is `344`; the one known is 343 (option --business-id)");
    assertThat(hint(caller.upload(TestForm.upload("room7", new byte[3]))))
        .isEqualTo(
            "room_id is `room7`; the token's user belongs to `room123` only (option --member-room)");
  }

  @Test
  void a_body_that_is_no_json_or_has_another_shape() {
    assertThat(hint(caller.message("{'user': 1}"))).contains("in line 1 at column 2");
    assertThat(hint(caller.message("{\"auth_id\":\"sampleUser1\",\"business_id\":343}")))
        .isEqualTo("auth_id belongs into an object named user");
  }

  @Test
  void a_form_whose_parts_are_other_ones() {
    assertThat(hint(caller.upload(new TestForm().field("file", "x").field("room_id", "room123"))))
        .contains("came as text", "curl -F file=@PATH");
    assertThat(
            hint(
                caller.upload(
                    new TestForm()
                        .part("name=\"upload\"; filename=\"a.pdf\"", new byte[1])
                        .field("room_id", "room123"))))
        .isEqualTo("the form has the parts upload, room_id, and none named file");
    assertThat(
            hint(
                caller.upload(
                    new TestForm()
                        .file("a.pdf", new byte[1])
                        .part("name=\"room_id\"; filename=\"r\"", new byte[1]))))
        .isEqualTo("room_id came with a file name: send it as plain text");
  }

  @Test
  void whoever_runs_it_reads_the_same_in_one_line_and_another() {
    caller.message(JSON.formatted("\u202euser\r\n", "343").replace("\r\n", "\\n"));
    assertThat(refusals)
        .contains(
            "403 POST /v1.0/log_message_from_user/  {\"error_message\":\"user is not registered\"}\n"
                + "    auth_id is `?user?`; the one registered user is `sampleUser1` (option --user)");
  }

  @Test
  void what_is_accepted_is_not_commented_on() {
    assertThat(caller.message(GOOD).headers().firstValue("X-Assay-Hint")).isEmpty();
  }

  @Test
  void without_a_listener_refusals_are_just_as_documented() {
    try (MockServer plain = MockServer.start(TestAccounts.sample())) {
      Caller other = Caller.of(plain);
      assertThat(other.send(other.to(Caller.MESSAGE)).headers().map())
          .doesNotContainKeys("x-assay-hint", "X-Assay-Hint", "Vary");
    }
  }
}
