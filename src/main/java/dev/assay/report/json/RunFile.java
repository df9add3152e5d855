package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The file in which a command leaves its run for programs.
 *
 * @param command whose it is
 * @param lists the members that hold what was judged, one by one
 */
public record RunFile(String command, List<String> lists) {

  /** All of them. A gate writes the files of its parts too, so it comes first. */
  public static final List<RunFile> ALL =
      List.of(
          new RunFile("gate", List.of("parts")),
          new RunFile("cutover", List.of("clauses")),
          new RunFile("contract", List.of("clauses")),
          new RunFile("load", List.of("requests")),
          new RunFile("prove", List.of("defects", "variants")),
          new RunFile("prove-suite", List.of("defects", "variants")));

  private static final JsonMapper JSON = new JsonMapper();

  String name() {
    return command + ".json";
  }

  public boolean isIn(Path folder) {
    return Files.exists(folder.resolve(name()));
  }

  /**
   * The single values at the top of the file. All of it is read, because a file that was cut off
   * begins as a whole one does.
   *
   * @throws IOException if it is no such file; the message says why
   */
  public Map<String, String> read(Path folder) throws IOException {
    Map<String, String> head = new HashMap<>();
    Set<String> missing = new TreeSet<>(lists);
    try (JsonParser json = JSON.createParser(folder.resolve(name()).toFile())) {
      require(json.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        if (json.nextToken().isScalarValue()) {
          head.put(member, json.getText());
        } else if (lists.contains(member)) {
          requireObjects(json, member);
          missing.remove(member);
        } else {
          json.skipChildren();
        }
      }
      require(json.nextToken() == null, "goes on after its end");
    } catch (JsonProcessingException e) {
      throw flaw("is no JSON, or not all of it", e);
    }
    require(missing.isEmpty(), "has no list of " + String.join(" or ", missing));
    return head;
  }

  private void requireObjects(JsonParser json, String member) throws IOException {
    require(json.isExpectedStartArrayToken(), "has no list of " + member);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.isExpectedStartObjectToken(), "has another list of " + member);
      json.skipChildren();
    }
  }

  private void require(boolean condition, String otherwise) throws IOException {
    if (!condition) {
      throw flaw(otherwise, null);
    }
  }

  private IOException flaw(String what, Throwable cause) {
    return new IOException(name() + " " + what, cause);
  }
}
