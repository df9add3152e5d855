package dev.assay.report.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.Conclusion;
import dev.assay.gate.Gate;
import java.util.List;

/**
 * What a gate decided as an in-toto statement, version 1, with a predicate test-result/v0.1, to be
 * signed by whoever ran it.
 *
 * @param gate the verdict
 * @param sources what it was decided with
 */
record TestResultStatement(Gate gate, List<EvidencePack.Source> sources) {

  static final String NAME = "test-result.intoto.json";

  /**
   * The statement.
   *
   * @param files what it is about, each with {@code name} and {@code sha256}
   */
  ObjectNode about(ArrayNode files) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("_type", "https://in-toto.io/Statement/v1");
    ArrayNode subject = root.putArray("subject");
    for (JsonNode file : files) {
      resource(subject, file.path("name").asText(), file.path("sha256").asText());
    }
    root.put("predicateType", "https://in-toto.io/attestation/test-result/v0.1");
    ObjectNode predicate = root.putObject("predicate");
    predicate.put("result", gate.conclusion().choose("PASSED", "FAILED", "WARNED"));
    ArrayNode configuration = predicate.putArray("configuration");
    sources.forEach(source -> resource(configuration, source.name(), source.sha256()));
    parts(predicate.putArray("passedTests"), Conclusion.YES);
    parts(predicate.putArray("warnedTests"), Conclusion.UNDECIDED);
    parts(predicate.putArray("failedTests"), Conclusion.NO);
    return root;
  }

  private static void resource(ArrayNode list, String name, String sha256) {
    list.addObject().put("name", name).putObject("digest").put("sha256", sha256);
  }

  private void parts(ArrayNode list, Conclusion answer) {
    gate.parts().stream().filter(part -> part.says(answer)).forEach(part -> list.add(part.name()));
  }
}
