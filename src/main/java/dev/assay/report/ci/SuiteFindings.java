package dev.assay.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.report.ci.CiFinding.Severity;
import dev.assay.report.text.Plural;
import dev.assay.report.text.SuiteProofSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is to be shown of the proof of a suite, by its {@code prove-suite.json}. */
record SuiteFindings(JsonNode run) {

  /** A score that is too low, and then what there is to read, the worst first. */
  List<CiFinding> all() {
    List<CiFinding> findings = new ArrayList<>();
    if (run.path("outcome").asText().equals("too few")) {
      findings.add(
          finding(
              Severity.ERROR,
              "score",
              "The score is %s %% at least.".formatted(percent(run.path("threshold"))),
              "actual: " + score()));
    }
    List<String> kinds = run.path("kinds").findValuesAsText("kind");
    mutants("defects", "survived").stream()
        .sorted(Comparator.comparing(each -> rank(kinds, each)))
        .map(each -> mutant(each, "The suite fails on a service that %s.", "It passes. "))
        .forEach(findings::add);
    mutants("variants", "false alarm").stream()
        .map(each -> mutant(each, "The suite passes on a service that %s.", "It fails. "))
        .forEach(findings::add);
    return findings;
  }

  /** The score and what it is made of, in a line. */
  String score() {
    JsonNode score = run.path("score");
    return score.has("share")
        ? "%s %%: %s killed, %s survived"
            .formatted(
                percent(score.path("share")),
                new Plural(score.path("killed").asInt(), "defect"),
                score.path("survived"))
        : "none";
  }

  private static String percent(JsonNode share) {
    return SuiteProofSummary.percent(share.asDouble());
  }

  /** Of which kind it is could not be told of those that come last. */
  private static int rank(List<String> kinds, JsonNode mutant) {
    int rank = kinds.indexOf(mutant.path("difference").path("kind").asText());
    return rank < 0 ? kinds.size() : rank;
  }

  private List<JsonNode> mutants(String list, String outcome) {
    return StreamSupport.stream(run.path(list).spliterator(), false)
        .filter(each -> each.path("outcome").asText().equals(outcome))
        .toList();
  }

  private static CiFinding mutant(JsonNode mutant, String says, String found) {
    return finding(
        Severity.WARNING,
        mutant.path("id").asText(),
        says.formatted(mutant.path("says").asText()),
        found + mutant.path("look").asText());
  }

  private static CiFinding finding(Severity severity, String rule, String says, String message) {
    return new CiFinding(severity, "prove-suite/" + rule, says, message, Optional.empty());
  }
}
