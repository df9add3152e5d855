package dev.assay.report.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.compare.observation.Change;
import dev.assay.report.json.CutoverJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What changed from one run to a later one of the same command and target.
 *
 * @param earlier the one
 * @param later the other
 */
record RunDiff(PastRun earlier, PastRun later) {

  private static final int MOST = 200;

  /** What changed, in sentences; none if nothing did. */
  List<String> inSentences() {
    List<String> changes = new ArrayList<>();
    if (!earlier.outcome().equals(later.outcome())) {
      changes.add("the outcome was %s and is %s".formatted(earlier.outcome(), later.outcome()));
    }
    changes.addAll(differences("contract", "clauses"));
    changes.addAll(differences("prove", "defects"));
    changes.addAll(differences("prove", "variants"));
    changes.addAll(differences("prove-suite", "defects"));
    changes.addAll(differences("prove-suite", "variants"));
    changes.addAll(differences("cutover", "clauses"));
    changes.addAll(latencies());
    int more = changes.size() - MOST;
    return more <= 0
        ? changes
        : Stream.concat(changes.stream().limit(MOST), Stream.of("and %s more".formatted(more)))
            .toList();
  }

  private List<String> differences(String file, String list) {
    return Change.between(outcomes(earlier, file, list), outcomes(later, file, list)).stream()
        .map(
            change ->
                "%s was %s and is %s"
                    .formatted(change.place(), word(change.from()), word(change.to())))
        .toList();
  }

  /** What became of each, by id; in a cutover, that is how the new service stands to the old. */
  private static Map<String, String> outcomes(PastRun run, String file, String list) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (JsonNode each : run.file(file + ".json").path(list)) {
      JsonNode outcome = each.path(each.has("relation") ? "relation" : "outcome");
      outcomes.put(each.path("id").asText(), outcome.asText("not decided"));
    }
    return outcomes;
  }

  private static String word(String outcome) {
    return outcome.equals("null") ? "not decided" : CutoverJson.word(outcome);
  }

  private List<String> latencies() {
    Map<String, JsonNode> before = new LinkedHashMap<>();
    for (JsonNode request : earlier.file("load.json").path("requests")) {
      before.put(request.path("name").asText(), request);
    }
    List<String> changes = new ArrayList<>();
    for (JsonNode request : later.file("load.json").path("requests")) {
      JsonNode was = before.get(request.path("name").asText());
      if (was != null && was.path("count").asLong() > 0 && request.path("count").asLong() > 0) {
        changes.add(latency(was, request));
      }
    }
    return changes;
  }

  private static String latency(JsonNode was, JsonNode is) {
    return String.format(
        Locale.ROOT,
        "%s: p50 %.1f → %.1f ms, p99 %.1f → %.1f ms, %d → %d failed",
        is.path("name").asText(),
        was.path("latencyMs").path("p50").asDouble(),
        is.path("latencyMs").path("p50").asDouble(),
        was.path("latencyMs").path("p99").asDouble(),
        is.path("latencyMs").path("p99").asDouble(),
        was.path("failed").asLong(),
        is.path("failed").asLong());
  }
}
