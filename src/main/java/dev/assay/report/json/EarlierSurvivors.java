package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What survived in an earlier proof of a suite, read back from its {@code prove-suite.json}. */
public final class EarlierSurvivors {

  private static final JsonMapper JSON = new JsonMapper();

  private EarlierSurvivors() {}

  /**
   * Their ids.
   *
   * @param report the folder of that proof, or the file in it
   * @throws UserException if there is none, or nothing survived
   */
  public static Set<String> in(Path report) {
    Path file = Files.isDirectory(report) ? report.resolve("prove-suite.json") : report;
    Set<String> survivors = new TreeSet<>();
    for (JsonNode defect : read(file).path("defects")) {
      if (defect.path("outcome").asText().equals("survived")) {
        survivors.add(defect.path("id").asText());
      }
    }
    if (survivors.isEmpty()) {
      throw new UserException(file + " tells of no survivor, so there is nothing to try again");
    }
    return survivors;
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      if (json.path("tool").path("name").asText().equals("assay") && json.has("defects")) {
        return json;
      }
    } catch (IOException e) {
      throw new UserException(
          file + " cannot be read; --since names the report folder of an earlier `prove --suite`",
          e);
    }
    throw new UserException(file + " was not written by `assay prove --suite`");
  }
}
