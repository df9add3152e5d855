package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.schema.SchemaRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that consist of themselves, or have what Java does not read. */
class OddSchemasTest {

  private static Contract read(String schema, String... others) {
    String text =
        """
        openapi: 3.0.3
        info: { title: odd, version: "1" }
        paths:
          /a:
            post:
              requestBody:
                content: { application/json: { schema: %s } }
              responses: { "200": { description: ok } }
        components:
          schemas:
        %s
        """
            .formatted(schema, String.join("\n", others).indent(4));
    return new ContractReader().read("odd", "odd.yaml", text);
  }

  /** As generators write subtypes, each of which contains the type that lists them. */
  @ParameterizedTest
  @ValueSource(strings = {"allOf: [ %s ]", "oneOf: [ %s ]", "anyOf: [ %s ]", "not: %s"})
  void what_consists_of_itself_asks_for_nothing_more(String circle) {
    Contract contract =
        read(
            "{ $ref: '#/components/schemas/A' }",
            "A: { type: object, %s }"
                .formatted(circle.formatted("{ $ref: '#/components/schemas/B' }")),
            "B: { %s }".formatted(circle.formatted("{ $ref: '#/components/schemas/A' }")));
    SchemaRules rules =
        SchemaRules.of(contract.operations().get(0).body().contents().get(0).schema());
    assertThat(rules.allow(JsonNodeFactory.instance.objectNode())).isTrue();
    assertThat(rules.allow(JsonNodeFactory.instance.textNode("text"))).isFalse();
  }

  @Test
  void what_a_value_contains_may_be_of_the_same_kind() {
    Contract contract =
        read(
            "{ $ref: '#/components/schemas/A' }",
            "A: { type: object, properties: { next: { $ref: '#/components/schemas/A' } } }");
    assertThat(contract.operations().get(0).body().contents().get(0).schema().toString())
        .contains("$ref");
  }

  @Test
  void a_pattern_of_another_dialect_is_left_out_and_told() {
    Contract contract = read("{ type: string, pattern: '[a' }");
    assertThat(contract.unread())
        .containsExactly(
            "the pattern \"[a\" (odd.yaml, line 7): Java reads no regular expression in it");
  }

  @Test
  void so_is_one_of_names_which_may_then_be_any() {
    Contract contract =
        read("{ type: object, patternProperties: { '[a': {} }, additionalProperties: false }");
    assertThat(contract.unread())
        .containsExactly(
            "the pattern \"[a\" (odd.yaml, line 7): Java reads no regular expression in it");
    SchemaRules rules =
        SchemaRules.of(contract.operations().get(0).body().contents().get(0).schema());
    assertThat(rules.allow(JsonNodeFactory.instance.objectNode().put("[a", 1))).isTrue();
  }

  @Test
  void what_a_text_shows_is_no_pattern() {
    assertThat(read("{ type: object, example: { pattern: '[a' } }").unread()).isEmpty();
  }
}
