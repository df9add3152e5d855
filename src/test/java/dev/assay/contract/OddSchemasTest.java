package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.UserException;
import dev.assay.contract.schema.SchemaRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that are written as none is, or that consist of themselves. */
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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ type: array, items: text } | `items` must be a schema, such as { type: string }, not the text `text`",
        "{ type: array, items: [ { type: string } ] } | `items` must be a schema, such as { type: string }, not a list",
        "{ additionalProperties: 'false' } | `additionalProperties` must be a schema, such as { type: string }, not the text `false`",
        "{ properties: [ a ] } | `properties` must have keys, and below each a schema",
        "{ allOf: { type: object } } | `allOf` must be a list, a `-` before each item, not keys",
        "{ properties: { a: { multipleOf: 0 } } } | `multipleOf` must be a number above 0, not `0`",
        "{ type: integer, minimum: '5' } | `minimum` must be a number, not the text `5`",
      })
  void what_is_no_schema_is_named_with_its_line(String schema, String says) {
    assertThatThrownBy(() -> read(schema))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("odd.yaml, line 7: ")
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters: { a: { name: x, in: query } } | `parameters` must be a list, a `-` before each item, not keys",
        "responses: [ { description: ok } ] | `responses` must have keys, and below each a response"
      })
  void a_list_is_told_from_names(String part, String says) {
    String text = "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      " + part;
    assertThatThrownBy(() -> new ContractReader().read("odd", "odd.yaml", text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("odd.yaml, line 5: " + says);
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
}
