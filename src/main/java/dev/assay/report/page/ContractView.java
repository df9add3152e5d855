package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.ClauseId;
import dev.assay.report.json.ContractJson;
import dev.assay.report.json.JsonText;
import dev.assay.report.text.OperationHeading;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.Summary;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The clauses of a run on the page: what {@code contract.json} says, each with its cases. */
final class ContractView {

  /** More open cases of one clause would bury the next clause. */
  private static final int MOST_OPEN = 3;

  private static final int LONGEST = 500;

  private static final String UNDECIDED =
      "not decided: another clause that this one rests on was not kept, or no answer came";

  private final Map<String, JsonNode> cases = new LinkedHashMap<>();
  private final Map<String, ClauseId> ids = new HashMap<>();

  private ContractView(Run run, JsonNode json) {
    run.clauses().forEach(each -> ids.put(each.clause().id().value(), each.clause().id()));
    for (JsonNode each : json.path("cases")) {
      cases.put(each.path("id").textValue(), ((ObjectNode) each).put("number", cases.size()));
    }
  }

  /** The clauses of one operation. */
  record Endpoint(String operation, String address, String counts, List<ClauseView> clauses) {}

  /**
   * A clause.
   *
   * @param clause which one
   * @param json what the run says of it
   * @param outcome SKIP if nothing was found out about it
   * @param note why no case decides it, if so
   * @param cases that are about it, those that need a look first
   */
  record ClauseView(
      ClauseId clause,
      Map<String, Object> json,
      String outcome,
      String note,
      List<Map<String, Object>> cases) {

    public String id() {
      return clause.value();
    }

    public String operation() {
      return clause.operation();
    }

    /** Its id below the operation. */
    public String name() {
      return clause.path();
    }

    /** Whether somebody should look at it. */
    public boolean trouble() {
      return OutcomeSymbol.of(outcome).trouble();
    }
  }

  static Map<String, Object> of(Run run) {
    JsonNode json = ContractJson.of(run);
    ContractView view = new ContractView(run, json);
    List<ClauseView> clauses =
        StreamSupport.stream(json.path("clauses").spliterator(), false).map(view::clause).toList();
    return Map.of(
        "total", clauses.size(),
        "outcomes", outcomes(clauses),
        "levels",
            FilterOption.levels(clauses.stream().map(c -> (String) c.json().get("level")).toList()),
        "endpoints", endpoints(run, clauses),
        "troubles", clauses.stream().filter(ClauseView::trouble).toList());
  }

  private ClauseView clause(JsonNode clause) {
    String outcome = clause.path("outcome").asText();
    boolean decided = clause.path("outcome").isTextual();
    List<ObjectNode> about = new ArrayList<>();
    for (JsonNode id : clause.path("cases")) {
      about.addAll(verdicts(cases.get(id.textValue()), clause.path("id").textValue()));
    }
    about.sort(Comparator.comparing(ContractView::trouble).reversed());
    for (int i = 0; i < about.size(); i++) {
      about.get(i).put("open", i < MOST_OPEN && trouble(about.get(i)));
    }
    return new ClauseView(
        ids.get(clause.path("id").textValue()),
        JsonText.map(clause),
        decided ? outcome : "SKIP",
        decided && !clause.has("untested") ? "" : undecided(clause),
        about.stream().map(JsonText::map).toList());
  }

  private static boolean trouble(JsonNode verdict) {
    return OutcomeSymbol.of(verdict.path("outcome").textValue()).trouble();
  }

  private static String undecided(JsonNode clause) {
    if (clause.has("missing")) {
      return "It could not be judged in "
          + StreamSupport.stream(clause.path("missing").spliterator(), false)
              .map(JsonNode::textValue)
              .collect(Collectors.joining(", "))
          + ".";
    }
    return clause.has("untested")
        ? "No case can decide it: " + clause.path("untested").textValue()
        : "No case of this run decided it.";
  }

  /** One for each verdict of the case about the clause, or one that says why there is none. */
  private static List<ObjectNode> verdicts(JsonNode result, String clause) {
    List<ObjectNode> verdicts = new ArrayList<>();
    for (JsonNode verdict : result.path("verdicts")) {
      if (verdict.path("clause").textValue().equals(clause)) {
        verdicts.add(inCase(result, verdict.deepCopy()));
      }
    }
    if (verdicts.isEmpty()) {
      boolean skipped = result.path("outcome").textValue().equals("SKIP");
      ObjectNode none =
          ((ObjectNode) result).objectNode().put("outcome", "SKIP").put("expected", "");
      none.put("actual", skipped ? result.path("actual").textValue() : UNDECIDED);
      verdicts.add(inCase(result, none));
    }
    return verdicts;
  }

  private static ObjectNode inCase(JsonNode result, ObjectNode verdict) {
    String outcome = verdict.path("outcome").textValue();
    String known =
        verdict.has("known") ? " (known: " + verdict.path("known").textValue() + ")" : "";
    return verdict
        .put("plain", !outcome.equals("FAIL") && !outcome.equals("WARN"))
        .put("expected", Sanitizer.line(verdict.path("expected").textValue(), LONGEST))
        .put("actual", Sanitizer.line(verdict.path("actual").textValue(), LONGEST) + known)
        .put("id", result.path("id").textValue())
        .put("description", result.path("description").textValue())
        .put("number", result.path("number").intValue());
  }

  private static List<FilterOption> outcomes(List<ClauseView> clauses) {
    List<FilterOption> options = new ArrayList<>();
    for (Outcome outcome : Summary.ORDER) {
      long count = clauses.stream().filter(c -> c.outcome().equals(outcome.name())).count();
      if (count > 0) {
        OutcomeSymbol mark = OutcomeSymbol.of(outcome);
        options.add(new FilterOption(outcome.name(), mark.glyph(), mark.tone(), count));
      }
    }
    return options;
  }

  private static List<Endpoint> endpoints(Run run, List<ClauseView> clauses) {
    Map<String, Optional<String>> addresses = new HashMap<>();
    OperationHeading.of(run).forEach(each -> addresses.put(each.operation(), each.address()));
    Map<String, List<ClauseView>> byOperation =
        clauses.stream()
            .collect(
                Collectors.groupingBy(
                    ClauseView::operation, LinkedHashMap::new, Collectors.toList()));
    List<Endpoint> endpoints = new ArrayList<>();
    byOperation.forEach(
        (operation, those) ->
            endpoints.add(
                new Endpoint(
                    operation,
                    addresses.getOrDefault(operation, Optional.empty()).orElse(""),
                    outcomes(those).stream()
                        .map(o -> o.count() + " " + o.tone())
                        .collect(Collectors.joining(", ")),
                    those)));
    return endpoints;
  }
}
