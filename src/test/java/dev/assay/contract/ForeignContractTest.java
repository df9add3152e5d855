package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAPI files as other people write them. */
class ForeignContractTest {

  @TempDir Path folder;

  @Test
  void what_is_written_in_the_dialect_of_3_0_is_read_as_json_schema() {
    JsonNode schema =
        schema(
            "3.0.3",
            """
            type: object
            required: [a, made]
            properties:
              a: { type: string, nullable: true }
              b: { type: number, minimum: 1, exclusiveMinimum: true }
              c: { type: integer, format: int8 }
              made: { type: string, readOnly: true }
            """);
    assertThat(schema)
        .hasToString(
            "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{"
                + "\"a\":{\"type\":[\"string\",\"null\"]},"
                + "\"b\":{\"type\":\"number\",\"exclusiveMinimum\":1},"
                + "\"c\":{\"type\":\"integer\",\"format\":\"int8\",\"minimum\":-128,\"maximum\":127}}}");
  }

  @Test
  void nullable_means_nothing_in_3_1() {
    assertThat(schema("3.1.0", "{ type: string, nullable: true }").path("type").asText())
        .isEqualTo("string");
  }

  @Test
  void all_of_becomes_one_schema_where_that_says_the_same() {
    JsonNode open =
        schema(
            "3.1.0",
            """
            allOf:
              - { type: object, required: [a], properties: { a: { type: string } } }
              - { type: object, required: [b], properties: { b: { type: string } } }
            """);
    assertThat(open.path("required")).hasToString("[\"a\",\"b\"]");
    assertThat(open.has("allOf")).isFalse();
    JsonNode closed =
        schema(
            "3.1.0",
            """
            properties: { a: { type: string } }
            allOf:
              - { minProperties: 1, additionalProperties: false, properties: { b: {} } }
            """);
    assertThat(closed.path("allOf")).hasSize(1);
  }

  @Test
  void a_schema_that_contains_itself_is_read() {
    Contract contract =
        read(
            contract("3.1.0", "$ref: '#/components/schemas/Tree'")
                + """
                components:
                  schemas:
                    Tree:
                      type: object
                      properties:
                        below: { type: array, items: { $ref: '#/components/schemas/Tree' } }
                """);
    JsonNode schema = contract.operations().get(0).requestSchema();
    assertThat(schema.at("/properties/below/items/$ref").asText()).isEqualTo("#/$defs/D0");
    assertThat(schema.at("/$defs/D0/properties/below/items/$ref").asText()).isEqualTo("#/$defs/D0");
  }

  @Test
  void a_contract_may_be_spread_over_files() throws Exception {
    Files.createDirectory(folder.resolve("parts"));
    Files.writeString(
        folder.resolve("parts/thing.json"), "{\"Thing\": {\"$ref\": \"other.yaml#/$defs/a~1b\"}}");
    Files.writeString(folder.resolve("parts/other.yaml"), "$defs:\n  a/b: { type: boolean }\n");
    Path file = folder.resolve("things.yaml");
    Files.writeString(file, contract("3.1.0", "$ref: 'parts/thing.json#/Thing'"));
    Contract contract = new ContractReader().at("things", file);
    assertThat(contract.operations().get(0).requestSchema().path("type").asText())
        .isEqualTo("boolean");
  }

  @Test
  void an_operation_without_an_id_has_one_of_its_method_and_path() {
    Contract contract = read(contract("3.1.0", "{}").replace("      operationId: put-thing\n", ""));
    assertThat(contract.operations().get(0).id()).isEqualTo("put-things-id");
  }

  @Test
  void answers_of_several_statuses_are_known_apart() {
    Operation operation = read(contract("3.1.0", "{}")).operations().get(0);
    assertThat(operation.responses()).extracting(DocumentedResponse::key).containsExactly("204");
    assertThat(operation.documented(204).orElseThrow().key()).isEqualTo("204");
    assertThat(operation.documented(422).orElseThrow().key()).isEqualTo("4XX");
    assertThat(operation.documented(503).orElseThrow().key()).isEqualTo("default");
  }

  @Test
  void a_target_gives_a_token_and_what_parameters_are_to_be() {
    Contract contract =
        read(
            contract("3.1.0", "{}")
                + """
                security: [{ login: [] }]
                components:
                  securitySchemes: { login: { type: http, scheme: bearer } }
                """);
    assertThat(contract.values())
        .extracting(TargetValue::at, TargetValue::secret)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("token", true),
            org.assertj.core.groups.Tuple.tuple("values.id", false));
  }

  @Test
  void a_flaw_is_told_with_file_and_line() {
    for (String[] flaw :
        List.of(
            new String[] {"$ref: '#/components/schemas/No'", "line 12: `#/components/schemas/No`"},
            new String[] {"$ref: 'http://host/a.yaml'", "line 12: `http://host/a.yaml` leads to"},
            new String[] {"$ref: '#thing'", "line 12: `#thing` names an anchor that no"})) {
      assertThatThrownBy(() -> read(contract("3.1.0", flaw[0])))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(flaw[1]);
    }
    String twice =
        contract("3.1.0", "{}")
            .replace("    put:", "    post: { operationId: put-thing }\n    put:");
    assertThatThrownBy(() -> read(twice))
        .hasMessageContaining("the operationId `put-thing` is that of PUT /things/{id} too");
    String circle = "components: { schemas: { A: { $ref: '#/components/schemas/A' } } }\n";
    assertThatThrownBy(() -> read(contract("3.1.0", "$ref: '#/components/schemas/A'") + circle))
        .hasMessageContaining("leads back to itself");
  }

  @Test
  void only_true_and_false_are_no_words() {
    String schema = "{ enum: [on, no, y, Off], default: yes, example: true }";
    JsonNode read = schema("3.0.3", schema);
    assertThat(read.path("enum"))
        .extracting(JsonNode::asText)
        .containsExactly("on", "no", "y", "Off");
    assertThat(read.path("default").isTextual()).isTrue();
    assertThat(read.path("example").isBoolean()).isTrue();
  }

  private static JsonNode schema(String version, String schema) {
    return read(contract(version, schema)).operations().get(0).requestSchema();
  }

  private static Contract read(String text) {
    return new ContractReader().read("things", "things.yaml", text);
  }

  private static String contract(String version, String schema) {
    return """
        openapi: %s
        info: { title: Things, version: "1" }
        paths:
          /things/{id}:
            put:
              operationId: put-thing
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
              requestBody:
                content:
                  application/json:
                    schema:
        %s
              responses:
                "204": { description: done }
                4XX: { description: refused }
                default: { description: anything else }
        """
        .formatted(version, schema.stripTrailing().indent(14).stripTrailing());
  }
}
