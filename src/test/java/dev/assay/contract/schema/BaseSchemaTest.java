package dev.assay.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that extend another by `allOf`, told apart by its discriminator. */
class BaseSchemaTest {

  private static final String OPENAPI =
      """
      openapi: 3.0.3
      info: { title: Pets, version: "1" }
      paths:
        /pets:
          post:
            requestBody:
              content: { application/json: { schema: { $ref: "#/components/schemas/SENT" } } }
            responses:
              "200":
                description: it
                content: { application/json: { schema: { $ref: "#/components/schemas/SENT" } } }
      components:
        schemas:
          Pet:
            type: object
            required: [is]
            properties: { is: PROPERTY }
            discriminator: { propertyName: is, mapping: { hound: "#/components/schemas/Dog" } }
          Cat: { allOf: [ { $ref: "#/components/schemas/Pet" }, { required: [lives], properties: { lives: { type: integer } } } ] }
          Dog: { allOf: [ { $ref: "#/components/schemas/Pet" }, { required: [pack], properties: { pack: { type: integer } } } ] }
          Puppy: { allOf: [ { $ref: "#/components/schemas/Dog" }, { required: [weeks], properties: { weeks: { type: integer } } } ] }
          Lost: { allOf: [ { $ref: "#/components/schemas/Nowhere" } ] }
          Plain: { type: object, required: [is], properties: { is: { type: string } }, discriminator: { propertyName: is } }
      """;

  private static final String SWAGGER =
      """
      swagger: "2.0"
      info: { title: Pets, version: "1" }
      host: pets.example
      consumes: [application/json]
      produces: [application/json]
      paths:
        /pets:
          post:
            parameters: [ { name: pet, in: body, schema: { $ref: "#/definitions/Pet" } } ]
            responses: { "200": { description: it, schema: { $ref: "#/definitions/Pet" } } }
      definitions:
        Pet: { type: object, required: [is], properties: { is: { type: string } }, discriminator: is }
        Cat: { allOf: [ { $ref: "#/definitions/Pet" }, { required: [lives], properties: { lives: { type: integer } } } ] }
        Dog: { allOf: [ { $ref: "#/definitions/Pet" }, { required: [pack], properties: { pack: { type: integer } } } ] }
      """;

  private static Operation read(String text) {
    Contract contract = new ContractReader().read("pets", "pets.yaml", text);
    assertThat(contract.unread()).isEmpty();
    return contract.operations().get(0);
  }

  private static Operation openapi(String sent, String property) {
    return read(OPENAPI.replace("SENT", sent).replace("PROPERTY", property));
  }

  private static Operation pets() {
    return openapi("Pet", "{ type: string }");
  }

  private static JsonNode sent(Operation operation) {
    return operation.body().contents().get(0).schema();
  }

  private static JsonNode answered(Operation operation) {
    return operation.responses().get(0).content().schema();
  }

  private static boolean allows(JsonNode schema, String value) throws JsonProcessingException {
    return SchemaRules.of(schema).allow(new JsonMapper().readTree(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"is\":\"Cat\",\"lives\":9}",
        "{\"is\":\"hound\",\"pack\":2}",
        "{\"is\":\"Puppy\",\"pack\":2,\"weeks\":3}"
      })
  void each_is_known_by_its_name(String value) throws JsonProcessingException {
    assertThat(allows(sent(pets()), value)).isTrue();
    assertThat(allows(answered(pets()), value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"is\":\"Cat\",\"pack\":2}",
        "{\"is\":\"hound\",\"lives\":9}",
        "{\"is\":\"Puppy\",\"weeks\":3}",
        "{\"lives\":9}"
      })
  void who_says_its_name_is_held_to_what_that_means(String value) throws JsonProcessingException {
    assertThat(allows(sent(pets()), value)).isFalse();
    assertThat(allows(answered(pets()), value)).isFalse();
  }

  /** A service may have more kinds than its document. */
  @Test
  void another_name_may_be_answered_and_is_not_sent() throws JsonProcessingException {
    assertThat(allows(answered(pets()), "{\"is\":\"Fish\"}")).isTrue();
    assertThat(allows(sent(pets()), "{\"is\":\"Fish\"}")).isFalse();
  }

  @Test
  void what_is_sent_as_one_of_them_says_so() throws JsonProcessingException {
    Operation cats = openapi("Cat", "{ type: string }");
    assertThat(allows(sent(cats), "{\"is\":\"Cat\",\"lives\":9}")).isTrue();
    assertThat(allows(sent(cats), "{\"is\":\"hound\",\"lives\":9}")).isFalse();
    assertThat(allows(answered(cats), "{\"is\":\"any\",\"lives\":9}")).isTrue();
  }

  @Test
  void where_there_are_no_others_its_own_name_is_sent() throws JsonProcessingException {
    Operation plain = openapi("Plain", "{ type: string }");
    assertThat(allows(sent(plain), "{\"is\":\"Plain\"}")).isTrue();
    assertThat(allows(sent(plain), "{\"is\":\"other\"}")).isFalse();
    assertThat(allows(answered(plain), "{\"is\":\"other\"}")).isTrue();
  }

  @Test
  void a_name_is_written_as_the_property_may_be() throws JsonProcessingException {
    Operation pets = openapi("Pet", "{ type: string, enum: [cat, hound, fish] }");
    assertThat(allows(sent(pets), "{\"is\":\"cat\",\"lives\":9}")).isTrue();
    assertThat(allows(sent(pets), "{\"is\":\"hound\",\"pack\":9}")).isTrue();
    assertThat(allows(answered(pets), "{\"is\":\"cat\"}")).isFalse();
    assertThat(allows(answered(pets), "{\"is\":\"fish\"}")).isTrue();
  }

  @Test
  void what_it_has_alternatives_of_besides_takes_no_name_away() throws JsonProcessingException {
    Operation cats =
        read(
            OPENAPI
                .replace("SENT", "Cat")
                .replace("PROPERTY", "{ type: string }")
                .replace("Cat: {", "Cat: { anyOf: [ { minProperties: 1 } ],"));
    assertThat(allows(sent(cats), "{\"is\":\"hound\",\"lives\":9}")).isFalse();
  }

  @Test
  void a_property_may_have_any_name() throws JsonProcessingException {
    Operation pets =
        read(
            OPENAPI
                .replace("SENT", "Pet")
                .replace("PROPERTY", "{ type: string }")
                .replace("[is]", "[a/~is]")
                .replace("{ is: {", "{ a/~is: {")
                .replace("propertyName: is", "propertyName: a/~is"));
    assertThat(allows(sent(pets), "{\"a/~is\":\"Cat\",\"lives\":9}")).isTrue();
    assertThat(allows(sent(pets), "{\"a/~is\":\"Cat\"}")).isFalse();
  }

  @Test
  void what_extends_a_schema_in_use_must_have_its_shape() {
    String broken = OPENAPI.replace("SENT", "Pet").replace("PROPERTY", "{ type: string }");
    assertThatThrownBy(() -> read(broken.replace("{ lives: { type: integer } }", "[ lives ]")))
        .hasMessageContaining("pets.yaml, line 19: `properties` must have keys");
  }

  @Test
  void swagger_has_them_too() throws JsonProcessingException {
    Operation pets = read(SWAGGER);
    for (JsonNode schema : List.of(sent(pets), answered(pets))) {
      assertThat(allows(schema, "{\"is\":\"Cat\",\"lives\":9}")).isTrue();
      assertThat(allows(schema, "{\"is\":\"Cat\",\"pack\":9}")).isFalse();
    }
  }
}
