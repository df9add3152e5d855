package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People's own stubs over the mock's answers, for outages, delays and what it does not have. */
class StubsTest {

  private static final TestAccounts WHO = TestAccounts.sample();

  @TempDir private Path folder;

  private MockServer mock(boolean admin) {
    MockSetup setup = MockSetup.of(WHO).withMappings(folder);
    return MockServer.start(admin ? setup.withAdmin() : setup);
  }

  private void stub(String name, String json) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve(name + ".json"), json);
  }

  private static HttpResponse<String> send(MockServer mock, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mock.baseUri() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + WHO.haptikToken())
            .header("client-id", WHO.clientId())
            .header("Content-Type", "application/json")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> message(MockServer mock, String text) throws Exception {
    return send(
        mock,
        "POST",
        "/v1.0/log_message_from_user/",
        "{\"message_body\": \"%s\", \"business_id\": %s, \"message_type\": 0, \"user\": {\"auth_id\": \"%s\"}}"
            .formatted(text, WHO.businessId(), WHO.registeredUser()));
  }

  @Test
  void a_stub_answers_what_it_is_for_and_the_contract_the_rest() throws Exception {
    stub(
        "outage",
        """
        {"request": {"method": "POST", "urlPath": "/v1.0/log_message_from_user/",
                     "bodyPatterns": [{"matchesJsonPath": "$[?(@.message_body == 'outage')]"}]},
         "response": {"status": 503, "body": "away", "fixedDelayMilliseconds": 50}}
        """);
    stub(
        "cut",
        """
        {"request": {"method": "POST", "urlPath": "/v1.0/log_message_from_user/",
                     "bodyPatterns": [{"contains": "cut"}]},
         "response": {"fault": "CONNECTION_RESET_BY_PEER"}}
        """);
    stub(
        "users",
        """
        {"request": {"method": "GET", "url": "/users/7"}, "response": {"jsonBody": {"id": 7}}}
        """);
    try (MockServer mock = mock(false)) {
      assertThat(message(mock, "outage"))
          .extracting(HttpResponse::statusCode, HttpResponse::body)
          .containsExactly(503, "away");
      assertThatThrownBy(() -> message(mock, "cut")).isInstanceOf(IOException.class);
      assertThat(message(mock, "Hello").statusCode()).isEqualTo(200);
      assertThat(message(mock, "Hello").body()).contains("message_id");
      assertThat(send(mock, "GET", "/users/7", "").body()).isEqualTo("{\"id\":7}");
      assertThat(send(mock, "GET", "/users/8", "").statusCode()).isEqualTo(404);
      assertThat(send(mock, "GET", "/__admin/mappings", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void stubs_come_and_go_by_the_admin_api_where_it_is_open() throws Exception {
    stub("none", "{\"request\": {\"url\": \"/none\"}, \"response\": {\"status\": 204}}");
    try (MockServer mock = mock(true)) {
      String slow =
          "{\"request\": {\"urlPath\": \"/v1.0/log_message_from_user/\"}, \"response\": {\"status\": 500}}";
      assertThat(send(mock, "POST", "/__admin/mappings", slow).statusCode()).isEqualTo(201);
      assertThat(message(mock, "Hello").statusCode()).isEqualTo(500);
      assertThat(send(mock, "POST", "/__admin/mappings/reset", "").statusCode()).isEqualTo(200);
      assertThat(message(mock, "Hello").statusCode()).isEqualTo(200);
      assertThat(send(mock, "GET", "/none", "").statusCode()).isEqualTo(204);
      assertThat(send(mock, "GET", "/__admin/requests", "").body())
          .contains("/v1.0/log_message_from_user/", "/none");
    }
  }

  @Test
  void a_folder_without_stubs_and_a_stub_that_is_none_are_told() throws Exception {
    assertThatThrownBy(() -> mock(false))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(folder + " is no folder of WireMock");
    stub("broken", "{\"request\": ");
    assertThatThrownBy(() -> mock(false))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("a stub cannot be read: ")
        .hasMessageContaining("broken.json");
  }
}
