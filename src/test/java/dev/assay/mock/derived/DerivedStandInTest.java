package dev.assay.mock.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.ContractReader;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stand-in answers that nobody wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivedStandInTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private DerivedStandIn standIn;
  private MockServer server;

  @BeforeAll
  void start() throws Exception {
    String contract =
        new String(
            DerivedStandInTest.class.getResourceAsStream("/derived/things.yaml").readAllBytes(),
            StandardCharsets.UTF_8);
    standIn = DerivedStandIn.of(new ContractReader().read("things", "things.yaml", contract));
    server = MockServer.startOneOf(2, TestAccounts.sample(), standIn);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  private String answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "/styles/1?list=a&list=b, 204",
    "/styles/word?list=a, 400",
    "/styles/1, 400",
    "/styles/1?list=a&list=c, 400",
    "/styles/1?list=a&piped=1|2|3, 204",
    "/styles/1?list=a&piped=1|2|x, 400",
    "/styles/1?list=a&spaced=1%202, 204",
    "/styles/1?list=a&spaced=one%20two, 400",
    "/styles/1?list=a&deep[from]=1&deep[to]=2, 204",
    "/styles/1?list=a&deep[from]=early, 400",
    "/styles/1?list=a&joined=1%2C2, 400",
    "'/styles/1?list=a&joined=1,2', 204",
    "/styles/1?list=a&size=11, 400",
    "/styles/1?list=a&json=%7B%22a%22:1%7D, 204",
    "/styles/1?list=a&json=%7B%22a%22, 400",
    "/labels/.1.2, 204",
    "/labels/.1.x, 400",
    "/matrix/;ids=1;ids=2, 204",
    "/matrix/;ids=1;ids=x, 400",
    "'/pairs/1,2', 204",
    "'/pairs/1,x', 400",
    "/pairs/mine, 204",
    "/nowhere, 404"
  })
  void a_parameter_is_read_as_it_is_written_and_held_to_its_schema(String path, int status)
      throws Exception {
    assertThat(answer(to(path.replace("|", "%7C").replace("[", "%5B").replace("]", "%5D"))))
        .startsWith(status + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"name\":\"\"}", "{\"name\":\"a\",\"born\":\"x\"}"})
  void a_body_that_is_not_valid_is_refused_as_is_documented(String body) throws Exception {
    assertThat(answer(thing(body))).isEqualTo("422 {\"fault\":\"no such thing\"}");
  }

  private HttpRequest.Builder thing(String body) {
    return to("/things")
        .header("X-Key", standIn.values().get("token"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void a_valid_body_gets_what_the_contract_shows() throws Exception {
    assertThat(answer(thing("{\"name\":\"a\",\"born\":\"2026-01-02\"}")))
        .isEqualTo("201 {\"id\":7,\"name\":\"a\"}");
  }

  @Test
  void a_form_is_held_to_the_same_schema() throws Exception {
    HttpRequest.Builder form =
        to("/things")
            .header("X-Key", standIn.values().get("token"))
            .header("Content-Type", "application/x-www-form-urlencoded");
    assertThat(answer(form.POST(BodyPublishers.ofString("name=a")))).startsWith("201 ");
    assertThat(answer(form.POST(BodyPublishers.ofString("born=x")))).startsWith("422 ");
  }

  @Test
  void another_media_type_is_refused() throws Exception {
    assertThat(
            answer(
                to("/things")
                    .header("X-Key", standIn.values().get("token"))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("a"))))
        .startsWith("415 ");
  }

  @Test
  void whoever_does_not_show_who_he_is_is_refused() throws Exception {
    HttpRequest.Builder anonymous =
        to("/things")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"a\"}"));
    assertThat(answer(anonymous)).startsWith("401 {\"fault\":");
    assertThat(answer(anonymous.header("X-Key", "another"))).startsWith("401 {\"fault\":");
  }

  @Test
  void one_of_several_ways_to_show_it_is_enough_and_all_of_it_is_needed() throws Exception {
    String basic = "Basic " + standIn.values().get("login");
    HttpRequest.Builder both = to("/both?pin=" + standIn.values().get("pin"));
    assertThat(answer(to("/both").header("Authorization", basic))).startsWith("401 ");
    assertThat(answer(both)).startsWith("401 ");
    assertThat(answer(both.header("Authorization", basic))).startsWith("204 ");
    assertThat(answer(to("/both").header("Cookie", "sid=" + standIn.values().get("session"))))
        .startsWith("204 ");
  }

  @Test
  void an_answer_comes_in_the_media_type_that_is_asked_for() throws Exception {
    HttpResponse<String> text =
        client.send(
            to("/report").header("Accept", "text/*;q=0.9, application/json;q=0.1").build(),
            BodyHandlers.ofString());
    assertThat(text.headers().firstValue("Content-Type")).contains("text/plain");
    assertThat(text.headers().firstValue("X-Total")).isPresent();
    assertThat(answer(to("/report"))).isEqualTo("200 {\"total\":3}");
  }

  @Test
  void another_method_is_told_which_there_are() throws Exception {
    HttpResponse<String> refused =
        client.send(to("/report").DELETE().build(), BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    assertThat(answer(to("/report").method("HEAD", BodyPublishers.noBody()))).isEqualTo("200 ");
    assertThat(answer(to("/report").method("OPTIONS", BodyPublishers.noBody()))).startsWith("204");
  }
}
