package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code assay prove --suite} makes of a script, in a folder. */
record ProvenSuite(Path folder) {

  Path report() {
    return folder.resolve("proof");
  }

  /** Of a script for a shell. */
  Outcome script(String script, List<String> options) throws IOException {
    Path suite = Files.writeString(folder.resolve("suite.sh"), script);
    return command("sh " + suite, options);
  }

  Outcome command(String command, List<String> options) {
    List<String> args = new ArrayList<>(List.of("prove", "--suite", command));
    args.addAll(List.of("--report", report().toString()));
    args.addAll(options);
    return Outcome.ofCommand(args.toArray(String[]::new));
  }

  JsonNode json() throws IOException {
    return new JsonMapper().readTree(report().resolve("prove-suite.json").toFile());
  }

  /** What became of each defect. */
  Map<String, String> outcomes() throws IOException {
    return outcomes("defects");
  }

  Map<String, String> outcomes(String list) throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    json()
        .path(list)
        .forEach(each -> outcomes.put(each.path("id").asText(), each.path("outcome").asText()));
    return outcomes;
  }
}
