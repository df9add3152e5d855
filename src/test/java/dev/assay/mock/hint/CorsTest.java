package dev.assay.mock.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.Answer;
import dev.assay.mock.Caller;
import dev.assay.mock.MockServer;
import dev.assay.mock.MockSetup;
import dev.assay.mock.TestForm;
import dev.assay.mock.service.TestAccounts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages call the mock from a browser where its setup says so. */
class CorsTest {

  private static final String PAGE = "http://localhost:3000";

  private static MockServer allowing(String... origins) {
    return MockServer.start(
        new MockSetup(
            MockSetup.LOOPBACK,
            0,
            TestAccounts.sample(),
            List.of(),
            List.of(origins),
            Optional.empty()));
  }

  private static HttpRequest.Builder preflight(Caller caller, String origin) {
    return caller
        .to(Caller.UPLOAD)
        .method("OPTIONS", BodyPublishers.noBody())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type");
  }

  private static Optional<String> header(Answer answer, String name) {
    return answer.headers().firstValue("Access-Control-" + name);
  }

  @Test
  void a_browser_that_asks_is_let_in_with_the_headers_it_wants_to_send() {
    try (MockServer mock = allowing(PAGE)) {
      Caller caller = Caller.of(mock);
      Answer answer = caller.send(preflight(caller, PAGE));
      assertThat(answer.status()).isEqualTo(204);
      assertThat(header(answer, "Allow-Origin")).hasValue(PAGE);
      assertThat(header(answer, "Allow-Headers")).hasValue("authorization,content-type");
      assertThat(header(answer, "Allow-Methods").orElseThrow()).contains("POST");
    }
  }

  @Test
  void the_answer_itself_may_be_read_by_the_page_be_it_a_refusal_or_not() {
    try (MockServer mock = allowing("*")) {
      Caller caller = Caller.of(mock);
      TestForm form = TestForm.upload("room123", new byte[3]);
      Answer accepted = caller.post(caller.rooms(Caller.UPLOAD).header("Origin", PAGE), form);
      Answer refused = caller.send(caller.to(Caller.UPLOAD).header("Origin", PAGE));
      assertThat(accepted.status()).isEqualTo(200);
      assertThat(refused.status()).isEqualTo(405);
      assertThat(header(accepted, "Allow-Origin")).hasValue(PAGE);
      assertThat(header(refused, "Allow-Origin")).hasValue(PAGE);
    }
  }

  @Test
  void other_origins_are_not_let_in() {
    try (MockServer mock = allowing(PAGE)) {
      Caller caller = Caller.of(mock);
      Answer answer = caller.send(preflight(caller, "http://other:3000"));
      assertThat(answer.status()).isEqualTo(405);
      assertThat(header(answer, "Allow-Origin")).isEmpty();
    }
  }

  @Test
  void a_request_without_an_origin_is_served_as_ever() {
    try (MockServer mock = allowing(PAGE)) {
      Caller caller = Caller.of(mock);
      Answer answer = caller.upload(TestForm.upload("room123", new byte[3]));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(header(answer, "Allow-Origin")).isEmpty();
      assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
    }
  }
}
