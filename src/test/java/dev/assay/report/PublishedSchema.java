package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A schema of docs/schemas, and what tests leave and read, held to it. */
public record PublishedSchema(String name) {

  static final Path FOLDER = Path.of("docs/schemas");

  /** What is written, and the schema of each. */
  static final Map<String, String> WRITTEN =
      Map.of(
          "contract.json", "contract",
          "created.json", "created",
          "load-created.json", "created",
          "cutover.json", "cutover",
          "gate.json", "gate",
          "load.json", "load",
          "prove.json", "prove",
          "prove-suite.json", "prove-suite");

  /** Options that name a file of people, and the schema of each. */
  static final Map<String, String> READ =
      Map.of(
          "--target", "target",
          "--from", "target",
          "--to", "target",
          "--profiles", "profiles",
          "--objectives", "objectives",
          "--baseline", "baseline",
          "--write-baseline", "baseline");

  private static final int COULD_NOT_JUDGE = 2;

  Path file() {
    return FOLDER.resolve(name + ".schema.json");
  }

  /** What keeps the document from fitting; nothing if it fits. */
  public Set<ValidationMessage> complaints(JsonNode document) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(file()))
        .validate(document);
  }

  /** Holds a JSON or YAML file to it. */
  void fits(Path file) throws IOException {
    ObjectMapper reader = file.toString().endsWith(".json") ? new JsonMapper() : new YAMLMapper();
    assertThat(complaints(reader.readTree(Files.readString(file)))).as("%s", file).isEmpty();
  }

  /**
   * Holds what a command wrote to the schemas, and what it could read as well.
   *
   * @param exitCode with 2, what it read may have been wrong
   */
  public static void holdFilesOf(List<String> arguments, int exitCode) {
    try {
      for (int i = 0; i + 1 < arguments.size(); i++) {
        Path named = Path.of(arguments.get(i + 1));
        if (arguments.get(i).equals("--report")) {
          holdReports(named);
        } else if (READ.containsKey(arguments.get(i))
            && exitCode != COULD_NOT_JUDGE
            && Files.isRegularFile(named)) {
          new PublishedSchema(READ.get(arguments.get(i))).fits(named);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void holdReports(Path folder) throws IOException {
    for (Map.Entry<String, String> written : WRITTEN.entrySet()) {
      Path file = folder.resolve(written.getKey());
      if (Files.isRegularFile(file)) {
        new PublishedSchema(written.getValue()).fits(file);
      }
    }
  }
}
