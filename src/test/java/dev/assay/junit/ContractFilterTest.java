package dev.assay.junit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.Shop;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that people have in REST Assured, held to a contract. */
class ContractFilterTest {

  private static final Contract SHOP =
      new ContractReader().at("shop", Path.of("src/test/fifth-service/shop.openapi.yaml"));
  private static final TestAccounts WHO = TestAccounts.sample();

  private final ContractFilter filter = new ContractFilter(SHOP);

  private static RequestSpecification to(Shop shop, ContractFilter filter) {
    return given()
        .baseUri("http://127.0.0.1:" + shop.port() + "/v1")
        .header("X-Shop-Key", Shop.KEY)
        .filter(filter);
  }

  private static void order(Shop shop, ContractFilter filter) {
    to(shop, filter)
        .contentType("application/json")
        .body("{\"item\": \" tea \", \"branch\": \"old town\", \"amount\": 2}")
        .post("/orders");
  }

  private static void useAll(Shop shop, ContractFilter filter) {
    order(shop, filter);
    to(shop, filter).contentType("application/json").body("{}").post("/orders");
    to(shop, filter).contentType("application/json").body("no JSON").post("/orders");
    given().baseUri("http://127.0.0.1:" + shop.port() + "/v1").filter(filter).post("/orders");
    to(shop, filter).get("/branches/{branch}/orders/{order}", "old town", 17);
    to(shop, filter).delete("/branches/{branch}/orders/{order}", "old town", 17);
  }

  @Test
  void a_service_that_keeps_its_contract_is_not_blamed_and_what_was_seen_is_told(
      @TempDir Path folder) throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      useAll(shop, filter.strict());
    }
    filter.coverage().write(folder);
    String text = Files.readString(folder.resolve("coverage.txt"));
    assertThat(text).startsWith("A shop: 6 exchanges; of ").contains(", 0 did not, and ");
    assertThat(text)
        .contains("not seen: read-order/seen/401")
        .doesNotContain("not seen: place-order");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("contract.json").toFile());
    assertThat(json.path("outcome").asText()).isEqualTo("conforms");
    assertThat(json.path("cases")).hasSize(6);
    assertThat(json.toString()).doesNotContain(Shop.KEY).contains("$X_SHOP_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELLED_WITH_200, cancel-order/204/status, status 200",
    "ITEMS_TRIMMED, place-order/201/item, \"\"\"tea\"\"\"",
  })
  void an_answer_that_breaks_a_clause_fails_the_test_with_its_sentence(
      Shop.Fault fault, String clause, String actual) throws Exception {
    try (Shop shop = new Shop(fault)) {
      assertThatThrownBy(() -> useAll(shop, filter))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(clause + " (stated): The contract promises: ")
          .hasMessageContaining("actual:")
          .hasMessageContaining(actual.replace("\"\"\"", "\""))
          .hasMessageNotContaining(Shop.KEY);
    }
  }

  @Test
  void a_status_that_no_document_tells_of_is_only_told_unless_the_filter_is_strict()
      throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      to(shop, filter).get("/branches/{branch}/orders/{order}", "elsewhere", 18);
      assertThat(filter.coverage().text())
          .contains("1 did not")
          .contains("broken: read-order/status-documented");
      assertThatThrownBy(() -> to(shop, filter.strict()).get("/branches/elsewhere/orders/18"))
          .hasMessageContaining("one of the documented statuses 200, 401");
    }
  }

  @Test
  void a_request_that_is_of_no_operation_fails_and_one_to_another_place_passes() throws Exception {
    try (Shop shop = new Shop(Shop.Fault.NOTHING)) {
      String url = "http://127.0.0.1:" + shop.port();
      assertThatThrownBy(() -> given().filter(filter).get(url + "/v1/metrics"))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("GET " + url + "/v1/metrics is no operation of A shop");
      ContractFilter below = filter.below(URI.create(url + "/v1"));
      assertThatCode(() -> given().filter(below).get(url + "/metrics")).doesNotThrowAnyException();
      assertThatThrownBy(() -> given().filter(below).get(url + "/v1/metrics"))
          .hasMessageStartingWith("GET " + url + "/v1/metrics is no operation of A shop");
      given().filter(below).get(url + "/v1/branches/old%20town/orders/17");
      assertThat(below.coverage().run().cases()).hasSize(1);
    }
  }

  /** A message, and one without a valid token. */
  private static void useMock(MockServer mock) {
    ContractFilter haptik = new ContractFilter(new ContractReader().shipped("haptik"));
    for (String token : List.of(WHO.haptikToken(), "wrong")) {
      given()
          .baseUri(mock.baseUri().toString())
          .header("Authorization", "Bearer " + token)
          .header("client-id", WHO.clientId())
          .filter(haptik)
          .contentType("application/json")
          .body(
              Map.of(
                  "message_body",
                  "Hello",
                  "business_id",
                  WHO.businessId(),
                  "message_type",
                  0,
                  "user",
                  Map.of("auth_id", WHO.registeredUser())))
          .post("/v1.0/log_message_from_user/");
    }
  }

  @Test
  void no_conforming_variant_is_blamed() {
    try (MockServer mock = MockServer.start(WHO)) {
      for (Mutant variant : Variants.all()) {
        mock.startAfresh(List.of(variant));
        assertThatCode(() -> useMock(mock)).as(variant.id()).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "log-message-200-answered-201, log-message/200/status",
    "log-message-message-type-always-1, log-message/200/message-type"
  })
  void a_defect_is_blamed_on_its_clause(String defect, String clause) {
    try (MockServer mock = MockServer.start(WHO)) {
      mock.startAfresh(Defects.all().stream().filter(each -> each.id().equals(defect)).toList());
      assertThatThrownBy(() -> useMock(mock)).hasMessageContaining(clause);
    }
  }
}
