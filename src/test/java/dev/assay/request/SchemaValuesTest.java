package dev.assay.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.contract.schema.SchemaRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are valid, whatever the schema. */
class SchemaValuesTest {

  private static final SchemaValues FULL = new SchemaValues(new TestData(1), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ type: string, minLength: 70 }",
        "{ type: string, minLength: 3, maxLength: 3 }",
        "{ type: string, pattern: '^[A-Z]{3}-\\d{4}$' }",
        "{ type: string, pattern: '^(foo|bar)+$', minLength: 9 }",
        "{ type: integer, minimum: 10, multipleOf: 7 }",
        "{ type: integer, exclusiveMinimum: 4, exclusiveMaximum: 6 }",
        "{ type: integer, maximum: -5 }",
        "{ type: number, exclusiveMinimum: 0, exclusiveMaximum: 1 }",
        "{ type: number, minimum: 0.5, maximum: 0.6 }",
        "{ type: number, multipleOf: 0.25, minimum: 2.1 }",
        "{ type: array, minItems: 3, uniqueItems: true, items: { type: integer } }",
        "{ type: array, minItems: 2, uniqueItems: true, items: { enum: [a, b, c] } }",
        "{ type: array, minItems: 2, uniqueItems: true, items: { type: string } }",
        "{ type: array, maxItems: 0 }",
        "{ type: array, contains: { const: x }, minContains: 2, items: { type: string } }",
        "{ type: array, prefixItems: [{ type: integer }, { type: string }], items: false }",
        "{ type: object, minProperties: 2, additionalProperties: { type: integer } }",
        "{ type: object, minProperties: 1, properties: { a: {}, b: {} } }",
        "{ type: object, maxProperties: 1, required: [b], properties: { a: {}, b: {} } }",
        "{ type: object, patternProperties: { '^x-[a-z]+$': { type: integer } }, minProperties: 1, additionalProperties: false }",
        "{ properties: { card: { type: string } }, dependentRequired: { card: [cvc] } }",
        "{ allOf: [{ required: [a] }, { properties: { a: { type: integer, minimum: 3 } } }] }",
        "{ oneOf: [{ type: integer }, { type: string }] }",
        "{ oneOf: [{ required: [a], properties: { a: { const: 1 } } }, { required: [b], properties: { b: {} } }] }",
        "{ anyOf: [{ type: string, maxLength: 2 }, { type: 'null' }] }",
        "{ not: { type: string } }",
        "{ type: [integer, 'null'] }",
        "{ type: 'null' }",
        "{ enum: [null, a] }",
        "true",
        "{ if: { properties: { k: { const: a } } }, then: { required: [v], properties: { v: { type: integer } } }, properties: { k: { enum: [a, b] } } }",
        "{ $ref: '#/$defs/D0', $defs: { D0: { type: object, required: [v], properties: { v: { type: integer }, next: { $ref: '#/$defs/D0' } } } } }",
        "{ type: object, required: [a], properties: { a: { type: string, example: shown } } }",
        "{ type: object, unevaluatedProperties: false, allOf: [{ properties: { a: { type: string } } }] }",
      })
  void a_value_is_valid(String schema) throws Exception {
    JsonNode read = new YAMLMapper().readTree(schema);
    assertThat(FULL.valid(read, "test")).get().matches(SchemaRules.of(read)::allow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date", "date-time", "time", "duration", "email", "idn-email", "hostname", "idn-hostname",
        "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template",
        "json-pointer", "relative-json-pointer", "regex", "byte"
      })
  void a_text_has_its_format(String format) throws Exception {
    JsonNode schema = new YAMLMapper().readTree("{ type: string, format: " + format + " }");
    assertThat(FULL.valid(schema, "test")).get().matches(SchemaRules.of(schema)::allow);
  }

  @Test
  void what_no_value_can_be_is_told() throws Exception {
    JsonNode schema = new YAMLMapper().readTree("{ type: string, minLength: 5, maxLength: 2 }");
    assertThat(FULL.valid(schema, "test")).isEmpty();
  }

  @Test
  void examples_come_first_where_they_are_valid() throws Exception {
    JsonNode schema =
        new YAMLMapper()
            .readTree(
                "{ type: object, properties: { n: { type: integer, example: 41 }, o: { type: integer, example: no } } }");
    assertThat(FULL.valid(schema, "test").orElseThrow()).hasToString("{\"n\":41,\"o\":1}");
  }
}
