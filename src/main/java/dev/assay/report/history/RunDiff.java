package dev.assay.report.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.report.json.CutoverJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What changed from one run to a later one of the same command and target.
 *
 * @param earlier the one
 * @param later the other
 */
record RunDiff(PastRun earlier, PastRun later) {

  private static final int MOST = 200;

  /** In sentences; none if nothing changed. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    if (!earlier.outcome().equals(later.outcome())) {
      told.add("the outcome was %s and is %s".formatted(earlier.outcome(), later.outcome()));
    }
    told.addAll(
        differences(
            outcomes(earlier, "contract", "clauses"), outcomes(later, "contract", "clauses")));
    told.addAll(
        differences(outcomes(earlier, "prove", "defects"), outcomes(later, "prove", "defects")));
    told.addAll(
        differences(outcomes(earlier, "prove", "variants"), outcomes(later, "prove", "variants")));
    told.addAll(
        differences(
            outcomes(earlier, "cutover", "clauses"), outcomes(later, "cutover", "clauses")));
    told.addAll(latencies());
    return told.size() <= MOST
        ? List.copyOf(told)
        : List.copyOf(append(told.subList(0, MOST), "and %s more".formatted(told.size() - MOST)));
  }

  private static List<String> append(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  /** What became of each, by id; in a cutover, that is the relation of the two sides. */
  private static Map<String, String> outcomes(PastRun run, String file, String list) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (JsonNode each : run.file(file + ".json").path(list)) {
      JsonNode outcome = each.path(each.has("relation") ? "relation" : "outcome");
      outcomes.put(each.path("id").asText(), outcome.asText("not decided"));
    }
    return outcomes;
  }

  /** Of two runs of which one did not look at a thing at all nothing can be said about it. */
  private static List<String> differences(Map<String, String> before, Map<String, String> now) {
    List<String> told = new ArrayList<>();
    now.forEach(
        (id, outcome) -> {
          String was = before.getOrDefault(id, outcome);
          if (!was.equals(outcome)) {
            told.add("%s was %s and is %s".formatted(id, word(was), word(outcome)));
          }
        });
    return told;
  }

  private static String word(String outcome) {
    return outcome.equals("null") ? "not decided" : CutoverJson.word(outcome);
  }

  private List<String> latencies() {
    Map<String, JsonNode> before = new LinkedHashMap<>();
    for (JsonNode request : earlier.file("load.json").path("requests")) {
      before.put(request.path("name").asText(), request);
    }
    List<String> told = new ArrayList<>();
    for (JsonNode request : later.file("load.json").path("requests")) {
      JsonNode was = before.get(request.path("name").asText());
      if (was != null && was.path("count").asLong() > 0 && request.path("count").asLong() > 0) {
        told.add(latency(was, request));
      }
    }
    return told;
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
