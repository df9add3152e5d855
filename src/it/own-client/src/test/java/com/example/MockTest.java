package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.assay.mock.MockServer;
import dev.assay.mock.MockSetup;
import dev.assay.mock.service.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** My client talks to the mock; here REST Assured stands in for it. */
class MockTest {

  private static final TestAccounts WHO = TestAccounts.sample();
  private static final MockServer MOCK = MockServer.start(MockSetup.of(WHO).withAdmin());

  private final WireMock stubs = new WireMock(MOCK.baseUri().getPort());

  private static int upload() {
    return given()
        .header("Authorization", WHO.roomsToken())
        .multiPart("file", "a.pdf", "%PDF-1.4".getBytes(US_ASCII))
        .multiPart("room_id", WHO.memberRoom())
        .post(MOCK.baseUri() + "/api/upload_file")
        .statusCode();
  }

  @AfterEach
  void withoutStubs() {
    stubs.resetMappings();
  }

  @Test
  void the_mock_answers_by_the_contract() {
    assertEquals(200, upload());
  }

  @Test
  void a_stub_of_mine_goes_before_it() {
    stubs.register(post(urlPathEqualTo("/api/upload_file")).willReturn(serviceUnavailable()));
    assertEquals(503, upload());
  }
}
