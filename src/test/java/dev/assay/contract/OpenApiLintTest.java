package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts are ordinary OpenAPI files, which ordinary tools can read. */
class OpenApiLintTest {

  private static final int LONGEST_STATEMENT = 220;

  private static String text(String service) {
    try (InputStream in =
        OpenApiLintTest.class.getResourceAsStream("/contracts/" + service + ".openapi.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String service) {
    try {
      return new YAMLMapper().readTree(text(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"haptik", "rooms"})
  void an_openapi_parser_reads_the_contract_without_a_complaint(String service) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text(service), null, options);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.isOpenapi31()).isTrue();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"haptik", "rooms"})
  void every_example_is_valid_against_its_schema(String service) {
    JsonNode root = tree(service);
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    collectExamples(root, "#", examples);
    assertThat(examples).hasSizeGreaterThan(5);
    examples.forEach(
        (schema, values) ->
            values.forEach(
                value ->
                    assertThat(problems(root, schema, value))
                        .as("%s against %s", value, schema)
                        .isEmpty()));
  }

  @Test
  void the_validator_would_notice_a_wrong_example() {
    JsonNode root = tree("haptik");
    String schema = "#/components/schemas/LoggedMessage";
    assertThat(problems(root, schema, new YAMLMapper().createObjectNode().put("message_id", "5")))
        .isNotEmpty();
  }

  /** Whatever has a schema and examples beside it: media types and parameters, inline or shared. */
  private static void collectExamples(JsonNode node, String pointer, Map<String, JsonNode> found) {
    if (node.has("schema") && (node.has("examples") || node.has("example"))) {
      List<JsonNode> values = new ArrayList<>();
      node.path("examples").forEach(example -> values.add(example.path("value")));
      if (node.has("example")) {
        values.add(node.get("example"));
      }
      found.put(pointer + "/schema", new YAMLMapper().createArrayNode().addAll(values));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey().replace("~", "~0").replace("/", "~1");
      collectExamples(member.getValue(), pointer + "/" + key, found);
    }
  }

  private static Set<ValidationMessage> problems(JsonNode root, String pointer, JsonNode value) {
    ObjectNode schema = root.deepCopy();
    schema.put("$ref", pointer);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(value);
  }

  private static Stream<Operation> operations() {
    return Stream.of("haptik", "rooms")
        .flatMap(service -> new ContractReader().shipped(service).operations().stream());
  }

  private static List<Clause> clauses() {
    return operations().flatMap(operation -> operation.clauses().stream()).toList();
  }

  @Test
  void there_are_three_operations_and_each_has_clauses() {
    assertThat(operations().map(Operation::id))
        .containsExactly("log-message", "log-file", "upload-file");
    assertThat(operations()).allSatisfy(o -> assertThat(o.clauses()).hasSizeGreaterThan(10));
    assertThat(operations()).allSatisfy(o -> assertThat(o.conflicts()).isNotEmpty());
  }

  @Test
  void every_clause_of_every_contract_has_an_id_of_its_own() {
    assertThat(clauses()).extracting(Clause::id).doesNotHaveDuplicates();
  }

  @Test
  void every_clause_is_short() {
    assertThat(clauses())
        .allSatisfy(
            clause ->
                assertThat(clause.says())
                    .as("%s", clause.id())
                    .hasSizeLessThanOrEqualTo(LONGEST_STATEMENT));
  }

  @Test
  void every_clause_says_something_of_its_own_as_a_sentence() {
    operations()
        .forEach(
            operation ->
                assertThat(operation.clauses())
                    .extracting(Clause::says)
                    .doesNotHaveDuplicates()
                    .allMatch(says -> says.endsWith(".")));
  }

  @Test
  void every_level_is_used() {
    assertThat(clauses()).extracting(Clause::level).contains(Level.values());
  }

  @Test
  void every_conflict_has_an_id_of_its_own_and_two_sides() {
    operations()
        .forEach(
            operation -> {
              assertThat(operation.conflicts()).extracting(Conflict::id).doesNotHaveDuplicates();
              assertThat(operation.conflicts())
                  .allSatisfy(
                      conflict -> {
                        assertThat(conflict.between()).hasSizeGreaterThanOrEqualTo(2);
                        assertThat(conflict.clauses()).isNotEmpty();
                      });
            });
  }
}
