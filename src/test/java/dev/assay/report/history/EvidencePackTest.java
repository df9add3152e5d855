package dev.assay.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.report.PublishedSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidencePackTest {

  @TempDir private Path folder;

  /** The JSON files of the pack of a gate whose contract part gives that answer. */
  private Map<String, JsonNode> packed(Conclusion answer) throws IOException {
    Files.writeString(folder.resolve("index.html"), "<p>page");
    Files.writeString(folder.resolve("gate.json"), "{}");
    Files.writeString(folder.resolve("contract.json"), "{}");
    GatePart contract = new GatePart("contract", Optional.of(answer), "word", "because");
    Gate gate =
        new Gate(
            RunInfo.starting("0.2.0", "staging"),
            List.of(contract, GatePart.notRun("load", "it is not allowed")));
    byte[] source = "openapi".getBytes(StandardCharsets.UTF_8);
    byte[] pack =
        new EvidencePack(gate, "assay gate", List.of(EvidencePack.Source.of("shop.yaml", source)))
            .of(folder);
    Map<String, JsonNode> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        if (entry.getName().endsWith(".json")) {
          files.put(entry.getName(), new JsonMapper().readTree(bytes));
        }
      }
    }
    return files;
  }

  @Test
  void the_manifest_fits_its_schema_and_lists_the_statement() throws IOException {
    JsonNode manifest = packed(Conclusion.YES).get("manifest.json");
    assertThat(new PublishedSchema("manifest").complaints(manifest)).isEmpty();
    assertThat(manifest.path("files").findValuesAsText("name"))
        .containsExactly("index.html", "gate.json", "contract.json", "test-result.intoto.json");
  }

  @Test
  void the_statement_is_about_the_files_by_the_digests_of_the_manifest() throws IOException {
    Map<String, JsonNode> files = packed(Conclusion.YES);
    JsonNode statement = files.get("test-result.intoto.json");
    assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.path("predicateType").asText())
        .isEqualTo("https://in-toto.io/attestation/test-result/v0.1");
    List<String> listed = files.get("manifest.json").path("files").findValuesAsText("sha256");
    assertThat(statement.path("subject").findValuesAsText("sha256"))
        .isEqualTo(listed.subList(0, 3));
    assertThat(statement.at("/predicate/configuration/0/name").asText()).isEqualTo("shop.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "YES, PASSED, passedTests",
    "NO, FAILED, failedTests",
    "UNDECIDED, WARNED, warnedTests"
  })
  void the_result_is_what_the_gate_says_and_a_part_that_was_not_run_is_in_no_list(
      Conclusion answer, String result, String list) throws IOException {
    JsonNode predicate = packed(answer).get("test-result.intoto.json").path("predicate");
    assertThat(predicate.path("result").asText()).isEqualTo(result);
    assertThat(predicate.path(list)).hasSize(1).first().asString().isEqualTo("\"contract\"");
    for (String other : List.of("passedTests", "failedTests", "warnedTests")) {
      assertThat(predicate.path(other)).hasSize(other.equals(list) ? 1 : 0);
    }
  }
}
