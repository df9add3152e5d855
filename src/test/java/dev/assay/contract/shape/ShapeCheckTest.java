package dev.assay.contract.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of files that are no contracts, or careless ones. */
class ShapeCheckTest {

  private static final String THINGS =
      """
      openapi: 3.0.3
      info: { title: Things, version: "1" }
      servers: [{ url: "http://127.0.0.1:9" }]
      paths:
        /things/{id}:
          post:
            operationId: makeThing
            security: [{ key: [] }]
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            requestBody:
              content:
                application/json:
                  schema: { $ref: "#/components/schemas/Thing" }
            responses:
              "200": { description: Made., headers: { X-A: { schema: { type: string } } } }
      components:
        securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
        responses: { Gone: { description: Gone. } }
        schemas:
          Thing: { type: object, properties: { name: { type: string } } }
          Other: { type: string }
      """;

  private static final String SWAGGER =
      """
      swagger: "2.0"
      info: { title: Things, version: "1" }
      produces: [application/json]
      paths:
        /things/{id}:
          get:
            parameters:
              - { name: id, in: path, required: true, type: string }
            responses:
              200: { description: Here., schema: { $ref: "#/definitions/Thing" } }
      definitions:
        Thing: { type: object }
      """;

  private static Contract read(String text) {
    return new ContractReader().read("things", "t.yaml", text);
  }

  private static String with(String text, String part, String other) {
    assertThat(text).contains(part);
    return text.replace(part, other.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ name: { type: string } } | [name] | 21: 'properties' must have keys, and below each a schema",
        "name: { type: string } | name: string | 21: 'name' below 'properties' must be a schema, such as { type: string }, not the text 'string'",
        "name: { type: string } | name: | 21: 'name' below 'properties' must be a schema, such as { type: string }, not nothing",
        "name: { type: string } | name: { type: text } | 21: 'type' must be string, number, integer,",
        "name: { type: string } | name: { items: string } | 21: 'items' must be a schema, such as",
        "name: { type: string } | name: { additionalProperties: 'false' } | 21: 'additionalProperties' must be a schema, such as { type: string }, not the text 'false'",
        "name: { type: string } | name: { properties: { own: { multipleOf: 0 } } } | 21: 'multipleOf' must be a number above 0, not '0'",
        "name: { type: string } | name: { allOf: { type: object } } | 21: 'allOf' must be a list, a '-' before each item, not keys",
        "name: { type: string } | name: { items: [{}] } | 21: 'items' must be a schema, such as { type: string }, not a list",
        "name: { type: string } | name: { enum: one } | 21: 'enum' must be a list of values, such as [a, b], not the text 'one'",
        "name: { type: string } | name: { enum: [] } | 21: 'enum' must be a list of values, such as [a, b], not an empty list",
        "name: { type: string } | name: { pattern: 5 } | 21: 'pattern' must be a regular expression, not '5'",
        "name: { type: string } | name: { minimum: '5' } | 21: 'minimum' must be a number, not the text '5'",
        "name: { type: string } | name: { maxLength: -1 } | 21: 'maxLength' must be a whole number from 0, not '-1'",
        "name: { type: string } | name: { multipleOf: 0 } | 21: 'multipleOf' must be a number above 0, not '0'",
        "name: { type: string } | name: { nullable: maybe } | 21: 'nullable' must be true or false, not the text",
        "name: { type: string } | name: { required: id } | 21: 'required' must be a list of names, such as [id], not",
        "name: { type: string } | name: { oneOf: { a: {} } } | 21: 'oneOf' must be a list, a '-' before each item, not keys",
        "name: { type: string } | name: { discriminator: kind } | 21: 'discriminator' must be keys of its own, not",
        "name: { type: string } | name: { $ref: 5 } | 21: '$ref' must be a text, such as",
        "name: { type: string } | name: { $ref: '#/components/responses/Gone' } | 21: '#/components/responses/Gone' leads to a response, and a schema must stand here",
        "name: { type: string } | name: { $ref: '#/components/schemas/Thing/properties/name/a' } | 21: '#/components/schemas/Thing/properties/name/a' leads back to itself",
        "- { name: id | id: {name: id | 9: 'parameters' must be a list, a '-' before each item, not keys",
        "- { name: id | - page\\n        - { name: id | 10: each item of 'parameters' must be a parameter with",
        "in: path, | | 10: 'in' is missing; a parameter with 'name' and 'in' must stand here",
        "in: path, | in: query, type: string, style: odd, | 10: 'style' must be one of matrix, label,",
        "in: path, required: true, schema: { type: string } | in: path, type: string | 10: 'type' does not stand here in this version of OpenAPI; say it with 'schema'",
        "name: id, in: path | name: A B, in: header | 10: 'A B' is no name of a header",
        "- { name: id | - { name: id, in: path }\\n        - { name: id | 11: the parameter 'id' in path is there twice; remove one",
        "  /things/{id}: | things/{id}: | 5: the path 'things/{id}' must begin with a slash: '/things/{id}'",
        "/things/{id}: | /things/{id: | 5: in the path '/things/{id' a parameter is not named between { and }",
        "components: | components: []\\nx-others: | 17: 'components' must be keys such as",
        "    post: | POST: | 6: 'POST' is no method; use get, put, post,",
        "    post: | get: list\\n    post: | 6: 'get' must be an operation with 'responses', not the text 'list'",
        "operationId: makeThing | operationId: [a] | 7: 'operationId' must be a text, not a list",
        "security: [{ key: [] }] | security: [key] | 8: each item of 'security' must be keys of its own",
        "type: apiKey | type: magic | 18: 'type' must be one of apiKey, http, oauth2,",
        "application/json: | json: | 13: 'json' is no media type; write one such as application/json",
        "content: | contents: | 11: 'content' is missing; a body with 'content' must stand here",
        "'200': | - | 15: 'responses' must have keys, and below each a response with a 'description'; it has a list",
        "{ description: Made., | gone #{ | 16: '200' below 'responses' must be a response with a",
        "description: Made., | $ref: '#/components/schemas/Other', | 16: '#/components/schemas/Other' leads to a schema, and a response must stand here",
        "{ X-A: { schema: { type: string } } } | [X-A] | 16: 'headers' must have keys, and below each a header",
        "schema: { $ref | examples: []\\n            schema: { $ref | 14: 'examples' must have keys, and below each keys of its own; it has an empty list",
        "[{ url: 'http://127.0.0.1:9' }] | { url: 'http://127.0.0.1:9' } | 3: 'servers' must be a list, a '-' before each item,",
      })
  void a_flaw_is_told_with_its_line_and_what_would_be_right(
      String part, String other, String says) {
    assertTold(THINGS, part, other == null ? "" : other, says);
  }

  private static void assertTold(String whole, String part, String other, String says) {
    String text = with(whole.replace('"', '\''), part, other);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("t.yaml, line " + says.replace('\'', '`'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- { name: id | id: { name: id | 7: 'parameters' must be a list, a '-' before each item,",
        "200: | - | 9: 'responses' must have keys, and below each a response with a",
        "get: | post: x\\n    get: | 6: 'post' must be an operation with 'responses', not the text 'x'",
        "type: object | discriminator: { propertyName: a } | 12: 'discriminator' must be a text, not keys",
        "[application/json] | json | 3: 'produces' must be a list of media types, such as",
        "schema: { $ref: '#/definitions/Thing' } | content: {} | 10: 'content' does not stand here in",
        "parameters: | requestBody: {}\\n      parameters: | 7: 'requestBody' does not stand here in",
        "definitions: | definitions: []\\nx-others: | 11: 'definitions' must be keys of its own",
        "definitions: | securityDefinitions: [a]\\ndefinitions: | 11: 'securityDefinitions' must have keys",
        "#/definitions/Thing | #/parameters/Thing | 10: '#/parameters/Thing' leads to a parameter, and a",
      })
  void so_is_one_of_swagger(String part, String other, String says) {
    assertTold(SWAGGER, part, other, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: { type: string } | name: { required: true } | '`required: true` (t.yaml, line 21): the schema around lists",
        "- { name: id | - { name: a, in: path }\\n        - { name: id | the path parameter a (t.yaml, line 10): /things/{id} has no {a}",
        "{ type: object, properties: { name: { type: string } } } | { type: object, required: [own], properties: { own: { $ref: '#/components/schemas/Thing' } } } | any value of the schema at t.yaml, line 21, which must contain itself without end (line 21)",
        "{ type: object, properties: { name: { type: string } } } | { type: array, minItems: 1, items: { $ref: '#/components/schemas/Thing' } } | any value of the schema at t.yaml, line 21, which must contain",
      })
  void what_does_no_harm_is_told_as_unchecked(String part, String other, String says) {
    assertThat(read(with(THINGS, part, other)).unread())
        .singleElement()
        .asString()
        .startsWith(says.replaceFirst("^'", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "properties: { name: { type: string } } | properties: { in: { $ref: '#/components/schemas/Thing' } }",
        "properties: { name: { type: string } } | additionalProperties: { $ref: '#/components/schemas/Thing' }",
        "properties: { name: { type: string } } | required: [in], properties: { in: { type: array, items: { $ref: '#/components/schemas/Thing' } } }",
        "properties: { name: { type: string } } | required: [in], properties: { in: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Thing' }] } }",
        "properties: { name: { type: string } } | nullable: true, required: [in], properties: { in: { $ref: '#/components/schemas/Thing' } }",
        "properties: { name: { type: string } } | allOf: [{ properties: { in: { allOf: [{ $ref: '#/components/schemas/Thing' }] } } }]",
        "name: { type: string } | type: { enum: [yes, no, 2020-01-01] }, pattern: { type: string }, $ref: {}",
        "name: { type: string } | x-a: {}, name: { additionalProperties: false, exclusiveMinimum: true, minimum: 1 }",
        "name: { type: string } | name: { type: [string, 'null'], pattern: null, enum: null, items: null }",
        "  schemas: | headers: { A: 5 }\\n  schemas:\\n    Unused: { type: [[]] }",
        "  schemas: | examples: null\\n  links: null\\n  schemas:",
        "'200' | x-more: [a]\\n        200",
        "'200' | 200",
        "servers: [{ url: 'http://127.0.0.1:9' }] | servers: []",
        "servers: [{ url: 'http://127.0.0.1:9' }] | servers:",
        "  post: | x-a: [b]\\n    summary: A path.\\n    servers: []\\n    parameters: []\\n    post:",
        "components: | '  /things/{name}: { get: { responses: {} } }\\ncomponents:",
      })
  void what_is_unusual_is_read_in_silence(String part, String other) {
    String added = other.replaceFirst("^'(?= )", "");
    assertThat(read(with(THINGS.replace('"', '\''), part, added)).unread()).isEmpty();
  }

  @Test
  void one_path_under_two_names_is_told() {
    String text =
        with(
            THINGS,
            "components:",
            "  /things/{name}:\n    post: { responses: { 200: {} } }\ncomponents:");
    assertThatThrownBy(() -> read(text))
        .hasMessage(
            "t.yaml, line 18: no request can tell `/things/{name}` from `/things/{id}`, which"
                + " differ in the names of parameters only; remove one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~       | 1: a contract file must hold keys such as `info`, and this one holds nothing;",
        "hello    | 1: a contract file must hold keys such as `info`, and this one holds a single value;",
        "- a      | 1: a contract file must hold keys such as `info`, and this one holds a list;",
        "a: 1\\n---\\na: 1 | 3: a second document begins here",
        "{a: 1} } | 1: not valid YAML",
        "a: &a [x]\\nb: *a | 2: aliases such as *a are not read",
        "a: 1\\nb: .inf | 2: `.inf` is no number that is read; give one between -1.7e308 and 1.7e308",
        "a: [.nan] | 1: `.nan` is no number that is read",
        "{a: -1e1000000000} | 1: `-1e1000000000` is no number that is read",
      })
  void what_is_no_one_document_is_told(String text, String says) {
    String written = text.replace("\\n", "\n");
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("t.yaml, line " + says);
  }

  @ParameterizedTest
  @CsvSource({
    "allOf: [{ $ref: '#/components/schemas/S%d' }], true",
    "properties: { a: { $ref: '#/components/schemas/S%d' } }, false"
  })
  void thousands_of_schemas_in_a_chain_end_with_a_sentence_or_are_read(String step, boolean flaw) {
    String chain =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(i -> "    S%s: { %s }\n".formatted(i - 1, step.formatted(i)))
            .collect(Collectors.joining());
    String text =
        with(THINGS, "schemas/Thing", "schemas/S0") + chain + "    S5000: { type: string }\n";
    if (flaw) {
      assertThatThrownBy(() -> read(text))
          .hasMessageContaining("more than 300 schemas lead from one");
    } else {
      assertThat(read(text).unread()).isEmpty();
    }
  }
}
