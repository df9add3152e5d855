package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {

  private static final String VALID =
      """
      openapi: 3.1.0
      info: { title: Things, version: 1.0.0 }
      paths:
        /v1/thing/:
          post:
            operationId: make-thing
            requestBody:
              content:
                application/json:
                  schema:
                    $ref: "#/components/schemas/Thing"
            x-clauses:
              - id: make-thing/200/status
                level: stated
                says: >-
                  A thing is answered
                  with 200.
                source: { document: A page, section: A heading }
                intent: So that one knows.
              - id: make-thing/silent/odd
                level: silent
                says: What odd things get is recorded.
                source: { document: A page, section: "(none)" }
                untested: Nothing is odd.
            x-conflicts:
              - id: which-thing
                says: It is one or the other.
                between:
                  - { document: A page, section: A heading, says: One. }
                  - { document: Another page, section: A heading, says: Other. }
                clauses: [make-thing/200/status]
                reading: It is one.
      components:
        schemas:
          Thing:
            type: object
            properties:
              name: { $ref: "#/components/schemas/Name" }
          Name: { type: string }
      """;

  private static Contract read(String text) {
    return new ContractReader().read("things", "things.yaml", text);
  }

  @Test
  void a_valid_contract_is_read() {
    Contract contract = read(VALID);
    assertThat(contract.service()).isEqualTo("things");
    assertThat(contract.title()).isEqualTo("Things");
    Operation operation = contract.operation("make-thing");
    assertThat(operation.method()).isEqualTo("POST");
    assertThat(operation.path()).isEqualTo("/v1/thing/");
    assertThat(operation.mediaType()).isEqualTo("application/json");
    assertThat(operation.clauses()).hasSize(2);
  }

  @Test
  void a_clause_has_everything_that_is_written_of_it() {
    Clause clause = read(VALID).operation("make-thing").clause("200/status");
    assertThat(clause.id()).hasToString("make-thing/200/status");
    assertThat(clause.level()).isEqualTo(Level.STATED);
    assertThat(clause.says()).isEqualTo("A thing is answered with 200.");
    assertThat(clause.source()).hasToString("A page, A heading");
    assertThat(clause.intent()).contains("So that one knows.");
    assertThat(clause.untested()).isEmpty();
    assertThat(read(VALID).operation("make-thing").clause("silent/odd").untested())
        .contains("Nothing is odd.");
  }

  @Test
  void a_conflict_is_kept_as_data_with_both_its_sides() {
    Conflict conflict = read(VALID).operation("make-thing").conflicts().get(0);
    assertThat(conflict.id()).isEqualTo("which-thing");
    assertThat(conflict.between())
        .extracting(Conflict.Passage::says)
        .containsExactly("One.", "Other.");
    assertThat(conflict.clauses()).containsExactly(ClauseId.of("make-thing/200/status"));
    assertThat(conflict.reading()).isEqualTo("It is one.");
  }

  @Test
  void references_in_the_request_schema_are_resolved() {
    assertThat(read(VALID).operation("make-thing").requestSchema().at("/properties/name/type"))
        .hasToString("\"string\"");
  }

  static Stream<String[]> flaws() {
    return Stream.of(
        flaw(
            "a duplicate id",
            "make-thing/silent/odd\n",
            "make-thing/200/status\n",
            "things.yaml, line 20: clause make-thing/200/status is there twice; remove one"),
        flaw(
            "an unknown level",
            "level: silent",
            "level: maybe",
            "things.yaml, line 20: `maybe` is no level: use stated, implied or silent"),
        flaw(
            "no level",
            "          level: silent\n",
            "",
            "`level` is missing in make-thing/silent/odd"),
        flaw(
            "no source",
            "          source: { document: A page, section: \"(none)\" }\n",
            "",
            "`document` is missing in"),
        flaw("no section", ", section: \"(none)\"", "", "`section` is missing in"),
        flaw(
            "no statement",
            "          says: What odd things get is recorded.\n",
            "",
            "`says` is missing in make-thing/silent/odd"),
        flaw(
            "no operation id",
            "      operationId: make-thing\n",
            "",
            "does not begin with post-v1-thing/"),
        flaw(
            "a clause under another operation",
            "make-thing/silent/odd\n",
            "break-thing/odd\n",
            "clause break-thing/odd does not begin with make-thing/"),
        flaw(
            "a clause under a longer name",
            "make-thing/silent/odd\n",
            "make-things/odd\n",
            "clause make-things/odd does not begin with make-thing/"),
        flaw(
            "an id that is no slug",
            "make-thing/silent/odd\n",
            "make-thing/Odd Things\n",
            "not a clause id: make-thing/Odd Things"),
        flaw(
            "a conflict that names an unknown clause",
            "clauses: [make-thing/200/status]",
            "clauses: [make-thing/201/status]",
            "conflict which-thing names a clause that is not there"),
        flaw(
            "a conflict without a reading",
            "          reading: It is one.\n",
            "",
            "`reading` is missing in which-thing"));
  }

  private static String[] flaw(String name, String part, String other, String says) {
    assertThat(VALID).contains(part);
    return new String[] {name, VALID.replace(part, other), says};
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void a_flaw_is_told_with_its_place(String name, String text, String says) {
    assertThatThrownBy(() -> read(text))
        .as(name)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("things.yaml, line ")
        .hasMessageContaining(says);
  }

  @Test
  void malformed_yaml_is_told_with_its_line() {
    assertThatThrownBy(() -> read("openapi: 3.1.0\ninfo: a: b\n"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("things.yaml, line 2: ");
    assertThatThrownBy(() -> read(VALID.replace("    post:\n", "    post\n")))
        .isInstanceOf(UserException.class)
        .hasMessageMatching("(?s)things\\.yaml, line [56]: .*");
  }

  @Test
  void a_service_without_a_contract_is_named() {
    assertThatThrownBy(() -> new ContractReader().shipped("no-such-service"))
        .isInstanceOf(UserException.class)
        .hasMessage("contracts/no-such-service.openapi.yaml: is not part of this build");
  }

  @ParameterizedTest
  @ValueSource(strings = {"haptik", "rooms"})
  void the_shipped_contracts_are_valid(String service) {
    assertThat(new ContractReader().shipped(service).operations())
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(operation.clauses()).isNotEmpty());
  }

  @Test
  void what_is_not_there_is_named() {
    Contract contract = read(VALID);
    assertThatThrownBy(() -> contract.operation("no-thing"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no operation no-thing in Things");
    assertThatThrownBy(() -> contract.operation("make-thing").clause("404/status"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no clause make-thing/404/status");
  }

  @ParameterizedTest
  @CsvSource({
    "log-message, true",
    "log-message/, true",
    "log-message/401, true",
    "log-message/401/missing-header, true",
    "log-message/401/missing, false",
    "log-mess, false",
    "log-message/401/missing-header/x, false",
    "401, false"
  })
  void a_prefix_selects_whole_segments(String prefix, boolean selects) {
    assertThat(ClauseId.of("log-message/401/missing-header").isUnder(prefix)).isEqualTo(selects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alone", "a//b", "/a/b", "a/b/", "A/b", "a/b c", "a/b/c/d/e", "a/b_c"})
  void a_clause_id_is_a_slug_of_two_to_four_segments(String id) {
    assertThatThrownBy(() -> ClauseId.of(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
