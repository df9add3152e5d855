package dev.assay.contract.swagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.SecurityScheme.Kind;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.converter.SwaggerConverter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a Swagger 2.0 file. */
class SwaggerFileTest {

  private static final Path THINGS = Path.of("src/test/resources/corpus/swagger.yaml");

  private static final String SMALL =
      """
      swagger: 2.0
      info: { title: Small, version: "1" }
      securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
      paths:
        /things:
          post:
            operationId: makeThing
            security: [{ key: [] }]
            parameters:
              - { name: thing, in: body, schema: { $ref: '#/definitions/Thing' } }
            responses:
              201: { description: Made., schema: { $ref: '#/definitions/Thing' } }
              404: { description: None. }
      definitions:
        Thing:
          type: object
          properties:
            part: { $ref: '#/definitions/Part' }
        Part: { type: string }
      """;

  @TempDir Path folder;

  private static Contract things() {
    return new ContractReader().at("things", THINGS);
  }

  private static Operation operation(String id) {
    return things().operation(id);
  }

  private static Contract small(String part, String other) {
    assertThat(SMALL).contains(part);
    return new ContractReader().read("small", "small.yaml", SMALL.replace(part, other));
  }

  @Test
  void a_list_is_written_as_its_collection_format_says() {
    assertThat(operation("list-things").parameters())
        .extracting(Parameter::name, Parameter::in, Parameter::style, Parameter::explode)
        .containsExactly(
            tuple("limit", "query", "form", true),
            tuple("q", "query", "form", true),
            tuple("plain", "query", "form", false),
            tuple("comma", "query", "form", false),
            tuple("blank", "query", "spaceDelimited", false),
            tuple("tab", "query", "tabDelimited", false),
            tuple("pipe", "query", "pipeDelimited", false),
            tuple("many", "query", "form", true),
            tuple("X-Scopes", "header", "pipeDelimited", false),
            tuple("pages", "query", "pipeDelimited", false));
    assertThat(operation("read-things").parameters())
        .extracting(Parameter::style)
        .containsExactly("pipeDelimited");
  }

  @Test
  void what_is_said_of_a_parameter_beside_its_name_is_its_schema() {
    Operation operation = operation("list-things");
    assertThat(operation.parameters().get(0).schema())
        .hasToString(
            "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"default\":10,"
                + "\"exclusiveMaximum\":100}");
    Parameter q = operation.parameters().get(1);
    assertThat(q.required()).isTrue();
    assertThat(q.schema().path("maxLength").asInt()).isEqualTo(20);
    assertThat(q.examples()).extracting(example -> example.value().asText()).containsExactly("red");
    assertThat(things().unread())
        .contains(
            "lists of several items inside the list pages (%s, line 37): one item is sent"
                .formatted(THINGS));
  }

  @Test
  void fields_of_a_form_become_its_body() {
    Operation pictures = operation("upload-file");
    assertThat(pictures.body().mediaType()).isEqualTo("multipart/form-data");
    assertThat(pictures.requestSchema().path("required")).hasToString("[\"picture\",\"note\"]");
    assertThat(pictures.requestSchema().at("/properties/picture/format").asText())
        .isEqualTo("binary");
    assertThat(pictures.body().content().encoding())
        .hasToString(
            "{\"tags\":{\"style\":\"form\",\"explode\":true},"
                + "\"sizes\":{\"style\":\"form\",\"explode\":false}}");
    assertThat(operation("vote").body().mediaType()).isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void a_body_and_an_answer_have_the_media_types_of_the_operation_or_of_the_file() {
    assertThat(operation("make-thing").body().mediaType()).isEqualTo("application/json");
    assertThat(operation("make-thing").body().required()).isTrue();
    assertThat(types(operation("read-things"), 200))
        .containsExactly("application/json", "application/xml");
    assertThat(types(operation("read-picture"), 200)).containsExactly("image/png");
    assertThat(types(operation("read-picture"), 404))
        .containsExactly("application/json", "image/png");
    assertThat(types(small("[]", "[]").operation("make-thing"), 201))
        .containsExactly("application/json", "*/*");
    assertThat(types(small("[]", "[]").operation("make-thing"), 404)).isEmpty();
  }

  private static Iterable<String> types(Operation operation, int status) {
    return operation.response(status).orElseThrow().contents().stream()
        .map(MediaContent::mediaType)
        .toList();
  }

  @Test
  void a_shared_answer_has_its_headers_and_what_is_shown() {
    DocumentedResponse refused = operation("make-thing").response(422).orElseThrow();
    assertThat(refused.headers()).hasSize(1);
    assertThat(refused.headers().get(0).schema().path("minimum").asInt()).isZero();
    assertThat(refused.content().examples().get(0).value())
        .hasToString("{\"code\":7,\"text\":\"none\"}");
    assertThat(refused.schema().at("/properties/text/type")).hasToString("[\"string\",\"null\"]");
  }

  @Test
  void schemas_say_what_they_say_in_openapi_3_0() {
    JsonNode members = operation("make-thing").requestSchema().path("properties");
    assertThat(members.has("id")).isFalse();
    assertThat(members.path("weight")).hasToString("{\"type\":\"number\",\"exclusiveMinimum\":0}");
    assertThat(members.path("colour").path("enum")).hasToString("[\"red\",\"blue\",null]");
    assertThat(members.path("anything")).hasToString("{}");
    assertThat(members.at("/rank/enum")).hasToString("[1,2,3]");
    assertThat(operation("make-thing").success().requiredMembers())
        .containsExactly("kind", "name", "at");
  }

  @Test
  void every_kind_of_security_is_read() {
    assertThat(things().operations())
        .flatExtracting(Operation::security)
        .extracting(SecurityScheme::kind, SecurityScheme::in, SecurityScheme::name)
        .contains(
            tuple(Kind.KEY, "header", "X-Key"),
            tuple(Kind.BASIC, "header", "Authorization"),
            tuple(Kind.BEARER, "header", "Authorization"));
    assertThat(operation("vote").security()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'host: a.test\nschemes: [ws, https, http]\nbasePath: /v1/', https://a.test/v1",
    "'host: a.test:81\nschemes: [http]', http://a.test:81",
    "'host: a.test', https://a.test",
    "'basePath: /v1\nschemes: [http]', /v1",
  })
  void the_address_is_put_together(String parts, String url) {
    assertThat(small("info:", parts + "\ninfo:").server()).contains(url);
  }

  @Test
  void lines_are_those_of_the_file() {
    Operation operation = small("[]", "[]").operation("make-thing");
    assertThat(operation.at()).isEqualTo("small.yaml, line 6");
    assertThat(operation.response(201).orElseThrow().at()).isEqualTo("small.yaml, line 12");
  }

  @Test
  void an_overlay_speaks_of_the_file_as_it_is_written() {
    String overlay =
        """
        overlay: 1.0.0
        actions:
          - target: $.definitions.Thing.properties.part
            update: { maxLength: 80 }
          - target: $.paths['/things'].post
            update: { consumes: [text/plain] }
          - target: $.paths['/things'].post.responses['404']
            update: { x-when: { X-Key: invalid } }
        """;
    Operation operation =
        new ContractReader()
            .read(
                "small",
                "small.yaml",
                SMALL.replace("{ $ref: '#/definitions/Part' }", "{ type: string }"),
                "traits.yaml",
                overlay)
            .operation("make-thing");
    assertThat(operation.requestSchema().at("/properties/part/maxLength").asInt()).isEqualTo(80);
    assertThat(operation.body().mediaType()).isEqualTo("text/plain");
    assertThat(operation.response(404).orElseThrow().occasions()).hasSize(1);
  }

  @Test
  void it_may_be_spread_over_files() throws Exception {
    Path file = folder.resolve("small.json");
    Files.createDirectory(folder.resolve("parts"));
    Files.writeString(
        file,
        """
        {"swagger": "2.0", "info": {"title": "Spread", "version": "1"},
         "paths": {"/a": {"$ref": "parts/a.yaml"}, "/b": {"$ref": "parts/a.yaml"}}}
        """);
    Files.writeString(
        folder.resolve("parts/a.yaml"),
        """
        parameters: [{ $ref: 'shared.yaml#/parameters/Body' }, { $ref: 'shared.yaml#/parameters/Q' }]
        put: { responses: { 200: { $ref: 'shared.yaml#/responses/Ok' } } }
        """);
    Files.writeString(
        folder.resolve("parts/shared.yaml"),
        """
        parameters:
          Body: { name: it, in: body, schema: { $ref: '#/definitions/It' } }
          Q: { name: q, in: query, type: integer }
        responses: { Ok: { description: It., schema: { $ref: '#/definitions/It' } } }
        definitions: { It: { type: object, properties: { a: { type: string, x-nullable: true } } } }
        """);
    Contract contract = new ContractReader().at("small", file);
    assertThat(contract.operations())
        .hasSize(2)
        .allSatisfy(
            operation -> {
              assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("q");
              assertThat(operation.requestSchema().at("/properties/a/type"))
                  .hasToString("[\"string\",\"null\"]");
              assertThat(operation.success().schema()).isEqualTo(operation.requestSchema());
              assertThat(operation.success().at()).endsWith("shared.yaml, line 4");
            });
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "swagger: 2.0 | swagger: '1.2' | 1 | Swagger `1.2` is not read",
        "info: | openapi: 3.0.0%ninfo: | 1 | `swagger` stands beside `openapi`",
        "type: apiKey | type: http | 3 | `http` is no kind of security in",
        "[{ key: [] }] | [{ other: [] }] | 8 | `other` is not in components",
        "in: body | in: bod | 10 | a parameter cannot be in `bod`",
        "in: body | in: query, type: array, collectionFormat: cvs | 10 | `cvs` does not exist",
        "- { name: thing | - { name: other, in: formData, type: string }%n        - { name: thing | 11 | no form beside it, and one is at small.yaml, line 10",
        "{ $ref: '#/definitions/Part' } | { $ref: '#/definitions/Port' } | 18 | `#/definitions/Port` names nothing",
        "{ $ref: '#/definitions/Part' } | { $ref: 'https://a.test/b.yaml' } | 18 | leads to another host",
        "- { name: thing, | - { $ref: '#/parameters/No' }%n        - { name: thing, | 10 | `#/parameters/No` names nothing",
        "Part: { type: string } | Part: { $ref: '#/definitions/Part' } | 18 | leads back to itself",
        "404: { description: None. } | 404: { $ref: '#/responses/No' } | 13 | `#/responses/No` names nothing",
        "404: | 4044: | 13 | is no status",
        "404: | 201: | 13 | is there twice"
      })
  void a_flaw_is_told_with_the_line_of_the_file(String part, String other, int line, String says) {
    assertThatThrownBy(() -> small(part, other.replace("%n", "\n")))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("small.yaml, line " + line + ": ")
        .hasMessageContaining(says);
  }

  /** In what it does not lose; what it loses is in docs/decisions/14. */
  @Test
  void the_converter_of_the_makers_of_swagger_reads_the_same_operations() throws Exception {
    OpenAPI theirs =
        new SwaggerConverter().readContents(Files.readString(THINGS), null, null).getOpenAPI();
    Map<String, Set<String>> expected = new TreeMap<>();
    theirs
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            expected.put(
                                method + " " + path,
                                new TreeSet<>(operation.getResponses().keySet()))));
    Map<String, Set<String>> ours =
        things().operations().stream()
            .collect(
                Collectors.toMap(
                    operation -> operation.method() + " " + operation.path(),
                    operation ->
                        operation
                            .allResponses()
                            .map(DocumentedResponse::key)
                            .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(ours).isEqualTo(expected);
    assertThat(things().server()).contains(theirs.getServers().get(0).getUrl());
  }
}
