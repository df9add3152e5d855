package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadFileTest {

  private static final byte[] CONTENT = "a\0b\r\nc\n".getBytes(StandardCharsets.UTF_8);
  private static final String NO_FILE = "400 {\"error\":\"No file provided\"}";
  private static final String NO_NAME = "400 {\"error\":\"No file name provided\"}";
  private static final String NO_ROOM = "400 {\"error\":\"No room ID provided\"}";
  private static final String TOO_LARGE = "400 {\"error\":\"File size exceeds the 24MB limit\"}";
  private static final String BAD_TOKEN = "401 {\"error\":\"Invalid token or token missing\"}";
  private static final String NO_USER = "401 {\"error\":\"Unauthorized access (invalid user)\"}";
  private static final String NO_MEMBER = "403 {\"error\":\"You are not a member of this room\"}";

  private MockServer server;
  private Caller caller;
  private TestAccounts known;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.random());
    caller = Caller.of(server);
    known = server.accounts();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private TestForm form(int bytes) {
    return TestForm.upload(known.memberRoom(), new byte[bytes]);
  }

  private int messagesIn(String room) {
    return caller.messagesOf(room).json().path("messages").size();
  }

  private static byte[] everyByteAndSomeLineEnds() {
    byte[] bytes = new byte[70_000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at % 7 == 0 ? '\r' : at % 7 == 1 ? '\n' : at % 7 == 2 ? '-' : at);
    }
    return bytes;
  }

  @Test
  void an_upload_is_answered_stored_and_posted() {
    int before = messagesIn(known.memberRoom());
    byte[] content = everyByteAndSomeLineEnds();
    Answer answer = caller.upload(TestForm.upload(known.memberRoom(), content));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("message", "file_url");
    assertThat(answer.json().path("message").textValue()).isEqualTo("File uploaded successfully");
    String url = answer.json().path("file_url").textValue();
    Answer file = caller.send(HttpRequest.newBuilder(URI.create(url)));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(content);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    JsonNode messages = caller.messagesOf(known.memberRoom()).json().path("messages");
    assertThat(messages).hasSize(before + 1);
    assertThat(messages.get(before).path("message").textValue()).isEqualTo(url);
  }

  @Test
  void a_part_that_is_missing_is_named() {
    TestForm noFile = new TestForm().field("room_id", known.memberRoom());
    assertThat(caller.upload(noFile).line()).isEqualTo(NO_FILE);
    assertThat(caller.upload(new TestForm().file("a.pdf", CONTENT)).line()).isEqualTo(NO_ROOM);
    assertThat(caller.upload(TestForm.upload("", CONTENT)).line()).isEqualTo(NO_ROOM);
    assertThat(caller.upload(new TestForm()).line()).isEqualTo(NO_FILE);
  }

  @Test
  void a_plain_field_is_no_file_and_an_empty_file_name_is_none() {
    TestForm field = new TestForm().field("file", "x").field("room_id", known.memberRoom());
    TestForm unnamed = new TestForm().file("", CONTENT).field("room_id", known.memberRoom());
    assertThat(caller.upload(field).line()).isEqualTo(NO_FILE);
    assertThat(caller.upload(unnamed).line()).isEqualTo(NO_NAME);
  }

  @Test
  void the_limit_of_24_binary_megabytes_is_inclusive() {
    assertThat(caller.upload(form(25_165_824)).status()).isEqualTo(200);
    assertThat(caller.upload(form(25_165_825)).line()).isEqualTo(TOO_LARGE);
    assertThat(caller.upload(form(31_457_280)).line()).isEqualTo(TOO_LARGE);
    assertThat(caller.upload(form(50_000_000)).line()).isEqualTo(TOO_LARGE);
  }

  @Test
  void a_body_without_a_length_and_one_that_waits_to_be_asked_for_work_too() {
    byte[] body = form(3_000_000).bytes();
    HttpRequest.Builder request =
        caller.rooms(Caller.UPLOAD).header("Content-Type", form(0).contentType());
    HttpRequest.Builder chunked =
        request.copy().POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));
    HttpRequest.Builder patient =
        request.copy().expectContinue(true).POST(BodyPublishers.ofByteArray(body));
    assertThat(caller.send(chunked).status()).isEqualTo(200);
    assertThat(caller.send(patient).status()).isEqualTo(200);
  }

  @Test
  void a_missing_or_unknown_token_is_refused() {
    HttpRequest.Builder bare = caller.to(Caller.UPLOAD);
    assertThat(caller.post(bare, form(1)).line()).isEqualTo(BAD_TOKEN);
    for (String wrong :
        new String[] {
          "x", "", "Bearer " + known.roomsToken(), known.roomsToken() + "x", known.haptikToken()
        }) {
      HttpRequest.Builder request = caller.to(Caller.UPLOAD).header("Authorization", wrong);
      assertThat(caller.post(request, form(1)).line()).isEqualTo(BAD_TOKEN);
    }
  }

  @Test
  void a_token_whose_user_is_gone_is_refused_in_other_words() {
    HttpRequest.Builder request =
        caller.to(Caller.UPLOAD).header("Authorization", known.orphanToken());
    assertThat(caller.post(request, form(1)).line()).isEqualTo(NO_USER);
  }

  @Test
  void only_members_upload_and_a_refusal_leaves_nothing_in_the_room() {
    TestForm foreign = TestForm.upload(known.foreignRoom(), CONTENT);
    assertThat(caller.upload(foreign).line()).isEqualTo(NO_MEMBER);
    assertThat(messagesIn(known.foreignRoom())).isZero();
    assertThat(caller.upload(TestForm.upload("nowhere", CONTENT)).line()).isEqualTo(NO_MEMBER);
  }

  @Test
  void a_storage_that_is_down_fails_the_upload_and_leaves_nothing_in_the_room() {
    int before = messagesIn(known.memberRoom());
    Answer answer = caller.post(caller.rooms("/storage-down/api/upload_file"), form(1));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().path("error").textValue()).matches("File upload failed: .+");
    assertThat(messagesIn(known.memberRoom())).isEqualTo(before);
  }

  @Test
  void with_the_storage_down_every_other_refusal_still_comes_first() {
    String down = server.storageDownBaseUri().getPath() + "/api/upload_file";
    assertThat(caller.post(caller.to(down), form(1)).line()).isEqualTo(BAD_TOKEN);
    TestForm foreign = TestForm.upload(known.foreignRoom(), CONTENT);
    assertThat(caller.post(caller.rooms(down), foreign).line()).isEqualTo(NO_MEMBER);
    assertThat(caller.post(caller.rooms(down), new TestForm()).line()).isEqualTo(NO_FILE);
    assertThat(caller.post(caller.rooms(down), form(25_165_825)).line()).isEqualTo(TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.tar.gz",
        "\u00e4\u6f22 \ud83d\ude00.pdf",
        "../../etc/passwd",
        "C:\\\\dir\\\\a.pdf",
        "a\\\"b.pdf",
        "a.\u00e4\u00f6",
        "a.b/c?d#e f",
        ".",
        " "
      })
  void a_file_may_have_any_name(String fileName) {
    TestForm form = new TestForm().file(fileName, CONTENT).field("room_id", known.memberRoom());
    String url = caller.upload(form).json().path("file_url").textValue();
    assertThat(url).matches(server.baseUri() + "/files/[0-9a-f]{32}(\\.[a-z0-9]+)?");
    assertThat(caller.send(HttpRequest.newBuilder(URI.create(url))).body()).isEqualTo(CONTENT);
  }

  @Test
  void json_instead_of_a_form_is_not_supported() {
    HttpRequest.Builder request =
        caller
            .rooms(Caller.UPLOAD)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"room_id\":\"" + known.memberRoom() + "\"}"));
    Answer answer = caller.send(request);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("error").isTextual()).isTrue();
  }
}
