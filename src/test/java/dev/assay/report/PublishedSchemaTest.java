package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.assay.report.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/schemas says of the files that are written and read is what they are. */
class PublishedSchemaTest {

  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final YAMLMapper YAML = new YAMLMapper();

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(PublishedSchema.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".schema.json", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_is_a_schema_of_2020_12_that_says_what_it_is_of(String name) throws IOException {
    JsonNode schema = new JsonMapper().readTree(new PublishedSchema(name).file().toFile());
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
    assertThat(schema.path("title").asText()).isNotBlank();
    assertThat(schema.path("description").asText()).endsWith(".");
  }

  @Test
  void every_file_that_is_written_or_read_has_one() throws IOException {
    TreeSet<String> used = new TreeSet<>(PublishedSchema.WRITTEN.values());
    used.addAll(PublishedSchema.READ.values());
    used.add("manifest"); // in evidence.zip
    assertThat(names()).containsExactlyElementsOf(used);
  }

  @ParameterizedTest
  @CsvSource({
    "target, contracts/targets/example.yaml",
    "target, src/test/fifth-service/target.yaml",
    "profiles, simulations/profiles.yaml",
    "profiles, src/test/fifth-service/profiles.yaml",
    "objectives, contracts/objectives.yaml",
    "contract, src/test/resources/golden/contract.json",
    "prove, src/test/resources/golden/prove.json"
  })
  void what_there_is_fits(String name, Path file) throws IOException {
    new PublishedSchema(name).fits(file);
  }

  @Test
  void a_run_without_any_case_fits() throws IOException {
    Report report = Report.of(SampleRun.run(List.of(), List.of(), false));
    assertThat(new PublishedSchema("contract").complaints(report.json())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"target, docs/targets.md, services", "baseline, docs/baselines.md, deviations"})
  void what_the_pages_show_fits(String name, Path page, String top) throws IOException {
    List<JsonNode> examples = new ArrayList<>();
    for (var match : EXAMPLE.matcher(Files.readString(page)).results().toList()) {
      JsonNode example = YAML.readTree(match.group(1));
      if (example.has(top)) {
        examples.add(example);
      }
    }
    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      assertThat(new PublishedSchema(name).complaints(example)).as("%s", example).isEmpty();
    }
  }

  /** An editor shows a slip while it is typed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target | services: { rooms: { baseUrl: 'http://a', token: t, memberRoom: a, foreignRoom: b, readback: {} } }",
        "target | services: { rooms: { baseUrl: 'http://a', token: t, memberRoom: a } }",
        "target | services: { shop: { contract: a.yaml } }",
        "target | services: {}",
        "target | services: { shop: { contract: a.yaml, baseUrl: b, token: t, auth: { file: f } } }",
        "profiles | profiles: { a: { phases: [{ rate: 1, from: 2, duration: 3s }] } }",
        "profiles | profiles: { a: { model: closed, phases: [{ rate: 1, duration: 3s }] } }",
        "objectives | objectives: [{ request: a, metric: p96, bound: '<= 1' }]",
        "objectives | objectives: [{ request: a, metric: p95, bound: '< 1' }]",
        "baseline | deviations: [{ clause: a/b, owner: me, reason: old }]"
      })
  void a_slip_does_not_fit(String name, String yaml) throws IOException {
    assertThat(new PublishedSchema(name).complaints(YAML.readTree(yaml))).isNotEmpty();
  }

  @Test
  void a_member_that_nobody_told_of_does_not_fit() throws IOException {
    ObjectNode json = Report.of(SampleRun.everyOutcome()).json();
    assertThat(new PublishedSchema("contract").complaints(json)).isEmpty();
    ObjectNode more = (ObjectNode) new JsonMapper().readTree(JsonText.pretty(json));
    assertThat(new PublishedSchema("contract").complaints(more.put("mood", "good"))).isNotEmpty();
  }
}
