package dev.assay.suite.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Level;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.secret.Secrets.Secret;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.request.TestData;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.OperationSuite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a contract does not say is not asked of whoever keeps it. */
class DerivedSuiteTest {

  private static final String SAYS_LITTLE =
      """
      openapi: 3.1.0
      info: { title: Little, version: 1.0.0 }
      security:
        - key: []
      x-target:
        little: { secret: true, says: The key. }
      paths:
        /notes:
          post:
            operationId: addNote
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    required: [text]
                    properties:
                      text: { type: string }
                      moodOf_day: { type: string, enum: [calm, "very Merry"] }
            responses:
              "201": { description: Added. }
              "400":
                description: Without a text.
                x-when: { text: absent }
      components:
        securitySchemes:
          key: { type: apiKey, in: header, name: X-Key, x-value: little }
      """;

  private static OperationSuite suite() {
    return suite(SAYS_LITTLE);
  }

  private static OperationSuite suite(String text) {
    Contract contract = new ContractReader().read("little", "little.yaml", text);
    Secrets secrets = new Secrets(List.of(new Secret("LITTLE", "LITTLE", "k-12345")));
    Service service =
        new Service(
            contract, ServiceAccess.direct(URI.create("http://127.0.0.1:1"), secrets), Map.of());
    return DerivedSuite.of(
        contract.operations().get(0),
        service,
        Set.of(),
        Duration.ofMinutes(2),
        new TestData(1),
        none -> List.of());
  }

  private static List<ClauseCheck> checks(String caseName) {
    return suite().cases().stream()
        .filter(c -> c.id().equals("add-note/" + caseName))
        .findFirst()
        .orElseThrow(() -> new AssertionError(suite().cases().toString()))
        .checks();
  }

  @Test
  void without_a_documented_401_any_refusal_of_a_wrong_key_is_right() {
    assertThat(checks("401/wrong-token"))
        .extracting(check -> check.expectation().describe())
        .containsExactly("a refusal with a 4xx status");
  }

  @Test
  void an_answer_without_a_documented_body_shows_its_status_only() {
    assertThat(checks("201/plain"))
        .extracting(check -> check.clause().id().value())
        .containsExactly("add-note/201/status", "add-note/request/documented");
  }

  @Test
  void an_order_of_fields_that_no_document_speaks_of_is_implied_at_most() {
    assertThat(checks("request/order/reversed"))
        .filteredOn(check -> check.clause().id().value().endsWith("/order"))
        .extracting(check -> check.clause().level())
        .containsExactly(Level.IMPLIED);
  }

  @Test
  void names_in_capitals_become_words_whatever_a_contract_writes() {
    assertThat(suite().operation().id()).isEqualTo("add-note");
    assertThat(suite().clauses())
        .extracting(clause -> clause.id().value())
        .allMatch(id -> id.startsWith("add-note/"));
  }

  @Test
  void what_several_refusals_are_called_after_is_asked_of_none_and_is_no_success() {
    String ambiguous =
        """
        openapi: 3.0.3
        info: { title: Jobs, version: "1" }
        paths:
          /jobs:
            get:
              operationId: listJobs
              parameters:
                - name: owner
                  in: query
                  required: true
                  schema: { type: string }
                  examples: { bad: { value: nobody-at-all } }
              responses:
                "200": { description: All. }
                "403": { description: No., content: { text/plain: { examples: { bad: { value: no } } } } }
                "404": { description: None., content: { text/plain: { examples: { bad: { value: no } } } } }
        """;
    assertThat(suite(ambiguous).cases())
        .noneMatch(c -> c.id().contains("/example-"))
        .allMatch(c -> !c.interaction().planned().toString().contains("nobody-at-all"));
  }

  @Test
  void fields_of_one_name_in_different_places_or_capitals_have_cases_of_their_own() {
    String twice =
        SAYS_LITTLE.replace(
            "text: { type: string }",
            """
            text: { type: string }
                            Text: { type: string, maxLength: 5 }
                            name: { type: string }
                            author: { type: object, properties: { name: { type: string }, Name: { type: string } } }""");
    assertThat(suite(twice).cases()).extracting(c -> c.id()).doesNotHaveDuplicates();
    assertThat(suite(twice).clauses()).extracting(c -> c.id()).doesNotHaveDuplicates();
  }

  @Test
  void an_empty_text_is_not_refused_because_an_absent_one_is() {
    assertThat(suite().cases())
        .extracting(c -> c.id())
        .contains("add-note/request/mood-of-day-very-merry", "add-note/request/mood-of-day-absent")
        .contains("add-note/400/text-absent/absent")
        .noneMatch(id -> id.startsWith("add-note/400/") && id.endsWith("/empty"));
  }

  private static final String ONE_NOTE =
      """
      openapi: 3.1.0
      info: { title: Little, version: 1.0.0 }
      security:
        - key: []
      x-target:
        little: { secret: true, says: The key. }
      paths:
        /notes/{name}:
          get:
            operationId: readNote
            parameters:
              - { name: name, in: path, required: true, schema: { type: string, minLength: 1, maxLength: 9 } }
              - { name: theme, in: cookie, required: true, schema: { type: string, enum: [dark] } }
            responses:
              "200": { description: It. }
              "400": { description: Not valid. }
      components:
        securitySchemes:
          key: { type: apiKey, in: cookie, name: session, x-value: little }
      """;

  private static List<Request> requests(OperationSuite suite) {
    return suite.cases().stream().flatMap(c -> c.interaction().planned().stream()).toList();
  }

  @Test
  void a_path_is_never_sent_without_what_makes_it_this_one() {
    assertThat(requests(suite(ONE_NOTE)))
        .hasSizeGreaterThan(5)
        .filteredOn(request -> request.uri().getPath().startsWith("/notes"))
        .noneMatch(request -> request.uri().getPath().equals("/notes/"));
  }

  @Test
  void all_cookies_go_into_one_header() {
    assertThat(requests(suite(ONE_NOTE)).get(0).headers())
        .filteredOn(header -> header.isNamed("Cookie"))
        .containsExactly(new Header("Cookie", "session=$LITTLE; theme=dark"));
  }

  @Test
  void a_path_with_a_name_that_nobody_declares_is_not_asked() {
    assertThat(suite(ONE_NOTE.replace("{name}", "{nome}")).leftOut())
        .contains("the contract declares no parameter nome of its path");
  }
}
