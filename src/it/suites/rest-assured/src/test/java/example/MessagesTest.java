package example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Weak on purpose: of an answer it looks at the status, and once at the text. */
class MessagesTest {

  private static final String BODY =
      """
      {"business_id": %s, "message_type": 0, "message_body": "Hello there", "user": {"auth_id": "%s"}}
      """;

  @BeforeAll
  static void whereTheServiceIs() {
    RestAssured.baseURI = System.getenv("ASSAY_BASE_URL");
  }

  private static RequestSpecification message(String user) {
    return given()
        .header("client-id", System.getenv("ASSAY_CLIENT_ID"))
        .contentType("application/json")
        .body(BODY.formatted(System.getenv("ASSAY_BUSINESS_ID"), user));
  }

  private static String token() {
    return "Bearer " + System.getenv("ASSAY_TOKEN");
  }

  @Test
  void a_message_is_logged() {
    message(System.getenv("ASSAY_USER"))
        .header("Authorization", token())
        .post("/v1.0/log_message_from_user/")
        .then()
        .statusCode(200)
        .body("message_body", equalTo("Hello there"));
  }

  @Test
  void nobody_gets_in_without_a_token() {
    message(System.getenv("ASSAY_USER"))
        .post("/v1.0/log_message_from_user/")
        .then()
        .statusCode(401);
  }

  /** It should look at the status, too. */
  @Test
  void a_stranger_is_told_something() {
    message(System.getenv("ASSAY_UNREGISTERED_USER"))
        .header("Authorization", token())
        .post("/v1.0/log_message_from_user/")
        .then()
        .contentType("application/json");
  }
}
