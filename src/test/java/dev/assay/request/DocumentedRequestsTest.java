package dev.assay.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.secret.Secrets.Secret;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.mock.EmbeddedTarget;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedRequestsTest {

  private static final TestData DATA = new TestData(1);

  private static final String SHOP =
      """
      openapi: 3.1.0
      info: { title: Shop, version: 1.0.0 }
      security:
        - key: []
      x-target:
        shopKey: { secret: true, says: The key. }
        branch: { says: A branch of the shop. }
      paths:
        /branches/{branch}/orders/{number}:
          get:
            operationId: read-order
            parameters:
              - { name: branch, in: path, required: true, x-value: branch, schema: { type: string } }
              - { name: number, in: path, required: true, schema: { type: integer, example: 7 } }
              - { name: with, in: query, schema: { type: string, enum: [price, all] } }
              - { name: X-Trace, in: header, schema: { type: string, example: up } }
            responses:
              "200": { description: It. }
        /orders:
          post:
            operationId: make-order
            security:
              - inQuery: []
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    required: [buyer, lines]
                    properties:
                      buyer:
                        type: object
                        properties:
                          mail: { type: string, format: email }
                          branch: { type: string, x-value: branch }
                      lines:
                        type: array
                        items:
                          type: object
                          properties:
                            amount: { type: integer, minimum: 3 }
                      gift: { type: boolean }
                      note: { type: string, maxLength: 5 }
            responses:
              "201": { description: Made. }
        /search:
          post:
            operationId: search-orders
            security: []
            requestBody:
              content:
                application/x-www-form-urlencoded:
                  schema:
                    type: object
                    properties:
                      text: { type: string, default: "a b&c" }
                      page: { type: integer }
            responses:
              "200": { description: Some. }
      components:
        securitySchemes:
          key: { type: apiKey, in: header, name: X-Key, x-value: shopKey }
          inQuery: { type: apiKey, in: query, name: key, x-value: shopKey }
      """;

  private static DocumentedRequests shop(String operation) {
    Contract contract = new ContractReader().read("shop", "shop.yaml", SHOP);
    Secrets secrets = new Secrets(List.of(new Secret("SHOP_KEY", "SHOP_KEY", "k-12345")));
    Service service =
        new Service(
            contract,
            ServiceAccess.direct(URI.create("http://127.0.0.1:1/v1"), secrets),
            Map.of("branch", "old town"));
    return new DocumentedRequests(contract.operation(operation), service, DATA);
  }

  private static DocumentedRequests ours(String service, String operation) {
    Service haptik = EmbeddedTarget.planned().service(service).orElseThrow();
    return new DocumentedRequests(haptik.contract().operation(operation), haptik, DATA);
  }

  @Test
  void parameters_stand_in_path_query_and_headers_with_the_targets_values() {
    Request request = shop("read-order").plain("any");
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.uriWithQuery())
        .isEqualTo("http://127.0.0.1:1/v1/branches/old%20town/orders/7?with=price");
    assertThat(request.headers())
        .containsExactly(new Header("X-Key", "$SHOP_KEY"), new Header("X-Trace", "up"));
    assertThat(request.body()).isEqualTo(Body.NONE);
  }

  @Test
  void a_request_without_its_credential_keeps_all_else() {
    DocumentedRequests orders = shop("make-order");
    Request request = orders.plain("any").withQuery("page=2&key=$SHOP_KEY&keys=all");
    Request anonymous = AnonymousRequest.of(request, orders.operation().security());
    assertThat(anonymous.query()).contains("page=2&keys=all");
    DocumentedRequests looks = shop("read-order");
    assertThat(AnonymousRequest.of(looks.plain("any"), looks.operation().security()).headers())
        .containsExactly(new Header("X-Trace", "up"));
  }

  @Test
  void a_json_body_has_every_documented_field_and_what_the_schema_allows() {
    Request request = shop("make-order").plain("any");
    assertThat(request.uriWithQuery()).isEqualTo("http://127.0.0.1:1/v1/orders?key=$SHOP_KEY");
    assertThat(((Body.Text) request.body()).text())
        .matches(
            "\\{\"buyer\":\\{\"mail\":\"assay-\\w+@example.com\",\"branch\":\"old town\"},"
                + "\"lines\":\\[\\{\"amount\":3}],\"gift\":true,\"note\":\"\\w{5}\"}");
    assertThat(request.header("Content-Type")).contains("application/json");
  }

  @Test
  void a_form_in_the_url_encoding_is_one() {
    Request request = shop("search-orders").draft("any").withText("page", "12").request();
    assertThat(((Body.Text) request.body()).text()).isEqualTo("text=a+b%26c&page=12");
    assertThat(request.headers())
        .containsExactly(new Header("Content-Type", "application/x-www-form-urlencoded"));
  }

  @Test
  void a_field_that_is_changed_keeps_its_place_and_its_type() {
    Draft draft = ours("haptik", "log-message").draft("any");
    assertThat(draft.withText("auth_id", "17").withText("business_id", "18").json().toString())
        .startsWith("{\"user\":{\"auth_id\":\"17\"},")
        .endsWith("\"message_type\":0,\"business_id\":18}");
    assertThat(draft.without("message_body").reversed().json().toString())
        .startsWith("{\"business_id\":")
        .doesNotContain("message_body");
  }

  @Test
  void a_file_tells_its_kind_where_a_field_says_it() {
    DocumentedRequests requests = ours("haptik", "log-file");
    assertThat(requests.draft("any").parts())
        .extracting(FormPart::name)
        .containsExactly("auth_id", "business_id", "message_type", "message_body", "file");
    FormPart pdf = requests.file(SampleFile.PDF, "a.pdf", SampleFile.PDF.content());
    Draft document = requests.draft("any").with(SampleFile.PDF, pdf);
    assertThat(document.parts().get(2).text()).contains("52");
    assertThat(document.reversed().parts())
        .extracting(FormPart::name)
        .startsWith("file", "message_body");
    assertThat(ours("rooms", "upload-file").plain("any").header("Authorization"))
        .contains("$TOKEN");
  }
}
