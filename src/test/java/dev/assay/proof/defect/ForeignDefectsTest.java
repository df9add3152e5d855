package dev.assay.proof.defect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Operation;
import dev.assay.mock.mutation.Mutant;
import dev.assay.report.Golden;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Defects of a service that Assay has never heard of, from its contract alone. */
class ForeignDefectsTest {

  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: { title: Things, version: 1.0.0 }
      security:
        - key: []
      x-target:
        token: { secret: true, says: The key. }
        shelf: { says: Where things are. }
      paths:
        /v1/shelves/{shelf}/things:
          parameters:
            - { name: shelf, in: path, required: true, x-value: shelf, schema: { type: string } }
          get:
            operationId: list-things
            parameters:
              - { name: limit, in: query, schema: { type: integer } }
            responses:
              "200":
                description: What is there.
                content:
                  application/json:
                    schema:
                      type: object
                      required: [as_of, things]
                      properties:
                        as_of: { type: string, x-instant: true }
                        things: { type: array, items: { type: string } }
            x-clauses:
              - id: list-things/request/path
                level: stated
                says: Things are listed with GET.
                source: { document: A page, section: A heading }
          post:
            operationId: add-thing
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    required: [text]
                    properties:
                      text: { type: string }
            responses:
              "201":
                description: Added.
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, text]
                      properties:
                        id: { type: string, x-unique: true }
                        text: { type: string, x-echo: text }
              "422":
                description: Without a text.
                content:
                  application/json:
                    schema: { type: object, required: [fault], properties: { fault: { type: string } } }
                    examples:
                      wordless:
                        x-when: { text: absent }
                        value: { fault: no text }
          delete:
            operationId: clear-shelf
            security: []
            responses:
              "204": { description: Empty now. }
      components:
        securitySchemes:
          key: { type: apiKey, in: header, name: X-Key, x-value: token }
      """;

  private static Contract contract() {
    return new ContractReader().read("things", "things.openapi.yaml", CONTRACT);
  }

  private static List<Mutant> of(String operation) {
    return Defects.of(contract(), contract().operation(operation));
  }

  @Test
  void each_operation_has_the_defects_that_its_contract_tells() throws Exception {
    String all =
        contract().operations().stream()
            .map(Operation::id)
            .flatMap(id -> of(id).stream())
            .map(ForeignDefectsTest::line)
            .collect(Collectors.joining());
    new Golden("foreign-defects.txt").matches(all);
  }

  private static String line(Mutant defect) {
    return "%s: %s%n  %s%n"
        .formatted(defect.id(), defect.says(), String.join(" ", new TreeSet<>(defect.breaks())));
  }

  @Test
  void what_no_contract_asks_for_is_not_broken() {
    assertThat(of("list-things"))
        .extracting(Mutant::id)
        .contains("list-things-missing-header-accepted")
        .noneMatch(id -> id.matches(".*-(empty-body|no-content-type|other-content-type)"));
    assertThat(of("clear-shelf"))
        .extracting(Mutant::id)
        .noneMatch(id -> id.matches(".*(token|header|array|401|without).*"));
  }

  @Test
  void no_two_share_a_name_and_each_breaks_something_of_its_operation() {
    List<Mutant> all =
        contract().operations().stream().flatMap(each -> of(each.id()).stream()).toList();
    assertThat(all).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            defect ->
                assertThat(defect.breaks())
                    .isNotEmpty()
                    .allMatch(clause -> clause.startsWith(defect.operation() + "/")));
  }
}
