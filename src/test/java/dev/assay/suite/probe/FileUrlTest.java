package dev.assay.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.suite.Interaction;
import dev.assay.suite.ScriptedClient;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrlTest {

  private static final Request UPLOAD =
      Request.post(URI.create("https://Chat.example.com/api/upload_file"), Body.NONE)
          .with("Authorization", "$TOKEN");
  private static final FileUrl FILE_URL =
      new FileUrl("file_url", UPLOAD.uri(), Set.of("files.example.com", "cdn.example.com:8443"));
  private static final BodySource CONTENT = BodySource.of("12345".getBytes(StandardCharsets.UTF_8));

  private static List<Exchange> played(String fileUrl) throws InterruptedException {
    ScriptedClient client =
        new ScriptedClient(
            request ->
                request.method().equals("GET")
                    ? ScriptedClient.file(request, 200, 5, CONTENT.fingerprint())
                    : ScriptedClient.answer(request, 200, "{\"file_url\": \"" + fileUrl + "\"}"));
    Interaction interaction = FILE_URL.thenFetched(UPLOAD);
    return interaction.sender().send(interaction.planned(), client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.com/f/1",
        "http://CHAT.example.com:8080/f/1",
        "https://files.example.com/f/1?signature=x",
        "https://FILES.example.com:444/f/1",
        "https://cdn.example.com:8443/f/1"
      })
  void a_file_on_a_known_host_is_fetched_without_credentials(String url) throws Exception {
    List<Exchange> exchanges = played(url);
    assertThat(exchanges).hasSize(2);
    assertThat(exchanges.get(1).request()).isEqualTo(Request.get(URI.create(url)));
    assertThat(FILE_URL.serves(CONTENT).examine(exchanges))
        .isEqualTo(new Finding.Satisfied("the same bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com/f/1",
        "https://cdn.example.com/f/1",
        "https://cdn.example.com:443/f/1",
        "https://chat.example.com@evil.example.com/f/1",
        "https://user@chat.example.com/f/1",
        "http://127.0.0.1/f/1"
      })
  void a_file_elsewhere_is_left_alone_and_nobody_is_blamed(String url) throws Exception {
    List<Exchange> exchanges = played(url);
    assertThat(exchanges).hasSize(1);
    assertThat(FILE_URL.serves(CONTENT).examine(exchanges))
        .isEqualTo(
            new Finding.Observed(
                "not fetched: its host is not the service's own nor one of fileHosts", false, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "http://chat_server:8080/f, 2",
    "http://Chat_Server/f, 2",
    "http://files_store:9000/f, 2",
    "http://other_server:8080/f, 1",
    "http://user@chat_server:8080/f, 1"
  })
  void a_host_may_have_an_underscore(String url, int requests) throws Exception {
    FileUrl docker =
        new FileUrl("file_url", URI.create("http://chat_server:8080"), Set.of("files_store"));
    ScriptedClient client =
        new ScriptedClient(r -> ScriptedClient.answer(r, 200, "{\"file_url\": \"" + url + "\"}"));
    Interaction interaction = docker.thenFetched(UPLOAD);
    assertThat(interaction.sender().send(interaction.planned(), client)).hasSize(requests);
  }

  @Test
  void a_loopback_service_may_keep_its_files_on_another_loopback_address() throws Exception {
    FileUrl local = new FileUrl("file_url", URI.create("http://127.0.0.1:8080"), Set.of());
    ScriptedClient client =
        new ScriptedClient(
            r -> ScriptedClient.answer(r, 200, "{\"file_url\": \"http://localhost:9000/f\"}"));
    Interaction interaction = local.thenFetched(UPLOAD);
    assertThat(interaction.sender().send(interaction.planned(), client)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/f/1", "ftp://chat.example.com/f/1", "not a url"})
  void what_is_no_web_url_is_another_clause_s_business(String url) throws Exception {
    List<Exchange> exchanges = played(url);
    assertThat(exchanges).hasSize(1);
    assertThat(FILE_URL.serves(CONTENT).examine(exchanges))
        .isEqualTo(new Finding.NotApplicable("no file_url"));
    assertThat(FILE_URL.form().examine(exchanges))
        .isEqualTo(new Finding.NotApplicable("no file_url"));
  }

  @Test
  void a_refused_upload_has_no_file() {
    Exchange refused =
        ScriptedClient.answer(UPLOAD, 403, "{\"file_url\": \"https://chat.example.com/f/1\"}");
    assertThat(FileUrl.of(refused, "file_url")).isEmpty();
  }

  private static Finding served(Exchange fetched) {
    Exchange upload =
        ScriptedClient.answer(UPLOAD, 200, "{\"file_url\": \"https://chat.example.com/f/1\"}");
    return FILE_URL.serves(CONTENT).examine(List.of(upload, fetched));
  }

  @Test
  void other_bytes_are_a_fault() {
    assertThat(served(ScriptedClient.file(UPLOAD, 200, 4, "other")))
        .isEqualTo(new Finding.Violated("4 bytes", 1));
    assertThat(served(ScriptedClient.file(UPLOAD, 200, 5, "other")))
        .isEqualTo(new Finding.Violated("as many bytes, but others", 1));
    assertThat(served(ScriptedClient.file(UPLOAD, 200, 6, CONTENT.fingerprint())))
        .isEqualTo(new Finding.Violated("6 bytes", 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 400, 401, 403})
  void what_others_may_be_able_to_fetch_is_no_fault(int status) {
    assertThat(served(ScriptedClient.file(UPLOAD, status, 5, CONTENT.fingerprint())))
        .isEqualTo(new Finding.Observed("not fetchable: status " + status, false, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410, 500, 503})
  void what_nobody_can_fetch_is_unnatural(int status) {
    assertThat(served(ScriptedClient.file(UPLOAD, status, 5, CONTENT.fingerprint())))
        .isEqualTo(new Finding.Observed("not fetchable: status " + status, true, 1));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CANCELLED", "RATE_LIMITED"})
  void no_answer_is_unnatural_and_its_cause_is_told(Failure.Kind kind) {
    assertThat(served(ScriptedClient.failed(UPLOAD, kind, "nobody listens there")))
        .isEqualTo(new Finding.Observed("not fetchable: nobody listens there", true, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "RATE_LIMITED"})
  void a_fetch_that_was_not_to_be_decides_nothing(Failure.Kind kind) {
    assertThat(served(ScriptedClient.failed(UPLOAD, kind, "the run was over")))
        .isEqualTo(new Finding.Inconclusive("the run was over", 1));
  }

  @Test
  void a_storage_that_needs_a_moment_is_asked_again() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ScriptedClient client =
        new ScriptedClient(
            request ->
                request.method().equals("GET")
                    ? ScriptedClient.file(
                        request, asked.incrementAndGet() < 3 ? 404 : 200, 5, CONTENT.fingerprint())
                    : ScriptedClient.answer(
                        request, 200, "{\"file_url\": \"https://chat.example.com/f/1\"}"));
    Interaction interaction = FILE_URL.thenFetched(UPLOAD);
    List<Exchange> exchanges = interaction.sender().send(interaction.planned(), client);
    assertThat(FILE_URL.serves(CONTENT).examine(exchanges))
        .isEqualTo(new Finding.Satisfied("the same bytes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example.com/f/1.pdf  | https on a.example.com, extension .pdf",
        "https://a.example.com/f/1      | https on a.example.com, no extension",
        "https://a.example.com/v1.0/f   | https on a.example.com, no extension",
        "http://a.example.com:81        | http on a.example.com:81, no extension",
        "http://a.example.com/.         | http on a.example.com, extension ."
      })
  void where_the_file_went_is_recorded(String url, String form) {
    Exchange upload = ScriptedClient.answer(UPLOAD, 200, "{\"file_url\": \"" + url + "\"}");
    assertThat(FILE_URL.form().examine(List.of(upload)))
        .isEqualTo(new Finding.Observed(form, false, 0));
  }

  @Test
  void what_is_expected_is_said_in_bytes() {
    assertThat(FILE_URL.serves(CONTENT).describe()).isEqualTo("the 5 bytes that were uploaded");
    assertThat(FILE_URL.form().describe()).isEqualTo("no document says; recorded");
  }
}
