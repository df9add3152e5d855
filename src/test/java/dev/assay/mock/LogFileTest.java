package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogFileTest {

  private static final byte[] CONTENT = {1, 2, 3};

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

  private TestForm form(String messageType) {
    return TestForm.logFile(server.accounts()).field("message_type", messageType);
  }

  private TestForm image(int bytes) {
    return TestForm.image(server.accounts(), bytes);
  }

  @Test
  void a_file_is_logged_and_described() {
    Answer answer =
        caller.file(form("52").field("message_body", "see file").file("a.pdf", CONTENT));
    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "message_id", "message_body", "created_at", "message_type", "file_url");
    assertThat(json.path("message_id").canConvertToInt()).isFalse();
    assertThat(json.path("message_body").textValue()).isEqualTo("see file");
    assertThat(json.path("message_type").isInt()).isTrue();
    assertThat(json.path("message_type").intValue()).isEqualTo(52);
    assertThat(URI.create(json.path("file_url").textValue())).hasScheme("http");
  }

  @Test
  void an_empty_or_absent_message_body_comes_back_empty() {
    Answer empty = caller.file(form("1").field("message_body", "").file("a.png", CONTENT));
    Answer absent = caller.file(form("1").file("a.png", CONTENT));
    assertThat(empty.json().path("message_body").textValue()).isEmpty();
    assertThat(absent.json().path("message_body").textValue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, jpg, image/jpeg",
    "1, jpeg, image/jpeg",
    "1, png, image/png",
    "1, gif, image/gif",
    "1, PNG, image/png",
    "52, docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "52, doc, application/msword",
    "52, pdf, application/pdf",
    "52, Pdf, application/pdf",
    "52, xls, application/vnd.ms-excel",
    "52, xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "52, csv, text/csv"
  })
  void every_listed_extension_is_taken_and_served(String type, String extension, String current) {
    Answer answer = caller.file(form(type).file("my.file." + extension, CONTENT));
    String url = answer.json().path("file_url").textValue();
    Answer file = caller.send(HttpRequest.newBuilder(URI.create(url)));
    assertThat(file.body()).isEqualTo(CONTENT);
    assertThat(file.headers().firstValue("Content-Type")).hasValue(current);
  }

  @ParameterizedTest
  @CsvSource({
    "1, a.pdf",
    "52, a.jpg",
    "1, a.bmp",
    "52, a.exe",
    "52, a",
    "52, pdf",
    "52, a.",
    "52, a.pdf.exe",
    "1, ''",
    "52, 'a.pdf '",
    "0, a.pdf",
    "2, a.jpg",
    "01, a.jpg",
    "1.0, a.jpg",
    "'1 ', a.jpg",
    "-1, a.jpg",
    "'', a.jpg",
    "one, a.jpg",
    "99999999999999999999999, a.jpg"
  })
  void a_type_and_a_name_that_do_not_fit_are_refused(String type, String fileName) {
    Answer answer = caller.file(form(type).file(fileName, CONTENT));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error_message").isTextual()).isTrue();
  }

  @Test
  void the_limit_of_ten_binary_megabytes_is_inclusive() {
    assertThat(caller.file(image(10_485_760)).status()).isEqualTo(200);
    assertThat(caller.file(image(10_485_761)).status()).isEqualTo(413);
    assertThat(caller.file(image(34_000_000)).status()).isEqualTo(413);
  }

  @Test
  void an_empty_file_is_a_file() {
    assertThat(caller.file(image(0)).status()).isEqualTo(200);
  }

  @Test
  void another_user_is_not_registered() {
    TestForm form =
        new TestForm()
            .field("auth_id", server.accounts().unregisteredUser())
            .field("business_id", String.valueOf(server.accounts().businessId()))
            .field("message_type", "1")
            .file("a.jpg", CONTENT);
    assertThat(caller.file(form).line())
        .isEqualTo("403 {\"error_message\":\"user is not registered\"}");
  }

  @Test
  void a_missing_or_wrong_token_is_refused() {
    String refused = "401 {\"error_message\":\"invalid authorization details\"}";
    assertThat(caller.post(caller.to(Caller.FILE), image(1)).line()).isEqualTo(refused);
    assertThat(
            caller
                .post(caller.to(Caller.FILE).header("Authorization", "Bearer x"), image(1))
                .line())
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "343.0", "abc", "", " 343", "9223372036854775808", "1e3"})
  void another_business_is_refused(String businessId) {
    TestForm form =
        new TestForm()
            .field("auth_id", server.accounts().registeredUser())
            .field("business_id", businessId)
            .field("message_type", "1")
            .file("a.jpg", CONTENT);
    assertThat(caller.file(form).status()).isEqualTo(400);
  }

  static Stream<TestForm> incomplete() {
    TestAccounts known = TestAccounts.sample();
    String business = String.valueOf(known.businessId());
    TestForm user = new TestForm().field("auth_id", known.registeredUser());
    return Stream.of(
        new TestForm(),
        user,
        new TestForm()
            .field("business_id", business)
            .field("message_type", "1")
            .file("a.jpg", CONTENT),
        TestForm.logFile(known).file("a.jpg", CONTENT),
        TestForm.logFile(known).field("message_type", "1"),
        TestForm.logFile(known).field("message_type", "1").field("file", "text"),
        TestForm.image(known, 1).file("b.jpg", CONTENT),
        TestForm.image(known, 1).field("auth_id", known.registeredUser()),
        TestForm.image(known, 1).part("name=\"message_body\"", new byte[] {(byte) 0xff}));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void a_form_with_a_part_missing_doubled_or_unreadable_is_refused(TestForm form) {
    try (MockServer other = MockServer.start(TestAccounts.sample())) {
      assertThat(Caller.of(other).file(form).status()).isEqualTo(400);
    }
  }

  @Test
  void a_failing_storage_is_the_server_s_fault() {
    Answer answer = caller.post(caller.haptik("/storage-down" + Caller.FILE), image(1));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().path("error_message").isTextual()).isTrue();
  }
}
