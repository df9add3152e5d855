package dev.assay.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.report.ci.CiFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be shown of one run, by the JSON that it wrote. */
record RunFindings(JsonNode run) {

  List<CiFinding> of(String command) {
    return switch (command) {
      case "contract" -> ofContract();
      case "load" -> ofLoad();
      case "cutover" -> ofCutover();
      case "prove" -> ofProof();
      case "prove-suite" -> ofSuite();
      default -> List.of();
    };
  }

  private List<CiFinding> ofContract() {
    List<CiFinding> findings = new ArrayList<>(sentences("problems", Severity.UNDECIDED));
    findings.addAll(sentences("lapsed", Severity.ERROR));
    for (JsonNode clause : run.path("clauses")) {
      severity(clause.path("outcome").asText())
          .ifPresent(severity -> findings.add(clause(severity, clause, verdict(clause))));
    }
    return findings;
  }

  private Optional<Severity> severity(String outcome) {
    return switch (outcome) {
      case "FAIL" -> Optional.of(Severity.ERROR);
      case "WARN" ->
          Optional.of(run.path("strict").asBoolean() ? Severity.ERROR : Severity.WARNING);
      case "ERROR" -> Optional.of(Severity.UNDECIDED);
      default -> Optional.empty();
    };
  }

  /** What the first case said that came to the outcome of the clause. */
  private String verdict(JsonNode clause) {
    for (JsonNode each : run.path("cases")) {
      for (JsonNode verdict : each.path("verdicts")) {
        if (verdict.path("clause").equals(clause.path("id"))
            && verdict.path("outcome").equals(clause.path("outcome"))) {
          return met(each.path("id"), verdict.path("expected"), verdict.path("actual"));
        }
      }
    }
    return "";
  }

  private static String met(JsonNode where, JsonNode expected, JsonNode actual) {
    return "%s: expected: %s; actual: %s"
        .formatted(where.asText(), expected.asText(), actual.asText());
  }

  private static String changed(JsonNode where, JsonNode old, JsonNode now) {
    return "%s: old: %s; new: %s".formatted(where.asText(), old.asText(), now.asText());
  }

  private static CiFinding clause(Severity severity, JsonNode clause, String message) {
    return new CiFinding(
        severity,
        clause.path("id").asText(),
        clause.path("says").asText(),
        message,
        Optional.of(clause.path("at").asText()).filter(at -> !at.isEmpty()));
  }

  private List<CiFinding> sentences(String list, Severity severity) {
    List<CiFinding> findings = new ArrayList<>();
    for (JsonNode sentence : run.path(list)) {
      findings.add(
          new CiFinding(
              severity,
              "run/" + list,
              "The run can be judged as a whole.",
              sentence.asText(),
              Optional.empty()));
    }
    return findings;
  }

  private List<CiFinding> ofLoad() {
    List<CiFinding> findings = new ArrayList<>(sentences("invalidBecause", Severity.UNDECIDED));
    for (JsonNode objective : run.path("objectives")) {
      if (objective.path("verdict").asText().equals("missed")) {
        String metric = objective.path("metric").asText();
        findings.add(
            new CiFinding(
                Severity.ERROR,
                "load/" + objective.path("request").asText() + "/" + metric,
                metric + " is " + objective.path("bound").asText() + ".",
                "actual: " + objective.path("measured").asText(),
                Optional.empty()));
      }
    }
    return findings;
  }

  private List<CiFinding> ofCutover() {
    List<CiFinding> findings = new ArrayList<>(sentences("problems", Severity.UNDECIDED));
    for (JsonNode clause : run.path("clauses")) {
      if (clause.path("relation").asText().equals("regressed")) {
        JsonNode first = clause.path("cases").path(0);
        String message = changed(first.path("case"), first.path("from"), first.path("to"));
        findings.add(clause(Severity.ERROR, clause, message));
      }
    }
    Severity differing = run.path("strict").asBoolean() ? Severity.ERROR : Severity.WARNING;
    run.path("differences").forEach(each -> findings.add(difference(differing, each)));
    for (JsonNode each : run.path("cannotTell")) {
      findings.add(
          new CiFinding(
              Severity.UNDECIDED,
              each.path("case").asText(),
              "Both services can be compared.",
              each.path("why").asText(),
              Optional.empty()));
    }
    return findings;
  }

  private static CiFinding difference(Severity severity, JsonNode difference) {
    JsonNode change = difference.path("changes").path(0);
    return new CiFinding(
        severity,
        difference.path("cases").path(0).asText(),
        "Both services answer alike where the documents are silent.",
        changed(change.path("place"), change.path("from"), change.path("to")),
        Optional.empty());
  }

  private List<CiFinding> ofProof() {
    List<CiFinding> findings = new ArrayList<>();
    run.path("defects").forEach(each -> mutant(each, "killed").ifPresent(findings::add));
    run.path("variants").forEach(each -> mutant(each, "quiet").ifPresent(findings::add));
    return findings;
  }

  private List<CiFinding> ofSuite() {
    List<CiFinding> findings = new ArrayList<>(sentences("problems", Severity.UNDECIDED));
    findings.addAll(new SuiteFindings(run).all());
    return findings;
  }

  private static Optional<CiFinding> mutant(JsonNode mutant, String good) {
    String outcome = mutant.path("outcome").asText();
    return outcome.equals(good)
        ? Optional.empty()
        : Optional.of(
            new CiFinding(
                Severity.ERROR,
                "prove/" + mutant.path("id").asText(),
                mutant.path("says").asText(),
                "%s, not %s".formatted(outcome, good),
                Optional.empty()));
  }
}
