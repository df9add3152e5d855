package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Clause;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.TrialText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kill matrix as data: names of cases and clauses stand in it once, and squares refer to them
 * by number.
 */
final class MatrixData {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Proof proof;
  private final Map<String, Integer> cases = new LinkedHashMap<>();

  private MatrixData(Proof proof) {
    this.proof = proof;
  }

  static JsonNode of(Proof proof) {
    MatrixData data = new MatrixData(proof);
    ObjectNode json = JSON.objectNode();
    ArrayNode sections = json.putArray("sections");
    ProofView.sections(proof, true)
        .forEach(section -> sections.add(data.section(section.trials())));
    ArrayNode names = json.putArray("cases");
    data.cases.keySet().stream().map(Sanitizer::line).forEach(names::add);
    return json;
  }

  private JsonNode section(List<MutantResult> trials) {
    List<String> clauses = clauses(trials);
    ObjectNode json = JSON.objectNode();
    ArrayNode columns = json.putArray("columns");
    clauses.forEach(id -> columns.addObject().put("id", id).put("says", says(id)));
    ArrayNode rows = json.putArray("rows");
    trials.forEach(trial -> rows.add(row(trial, clauses)));
    return json;
  }

  private JsonNode row(MutantResult trial, List<String> clauses) {
    TrialText text = new TrialText(trial);
    ObjectNode json =
        JSON.objectNode()
            .put("id", Sanitizer.line(trial.id()))
            .put("word", text.word())
            .put("symbol", text.mark().symbol())
            .put("tone", text.mark().tone())
            .put("says", text.says())
            .put("ms", trial.duration().toMillis());
    ArrayNode squares = json.putArray("squares");
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      if (trial.breaks().contains(clause) || trial.blamed().containsKey(clause)) {
        ObjectNode square = squares.addObject().put("at", i).put("kind", kind(trial, clause));
        ArrayNode by = square.putArray("by");
        trial.blamed().getOrDefault(clause, List.of()).forEach(name -> by.add(number(name)));
      }
    }
    trial.undecided().stream().map(Sanitizer::line).forEach(json.putArray("undecided")::add);
    return json;
  }

  private int number(String name) {
    return cases.computeIfAbsent(name, unknown -> cases.size());
  }

  private static String kind(MutantResult trial, String clause) {
    if (!trial.blamed().containsKey(clause)) {
      return "missed";
    }
    return trial.breaks().contains(clause) ? "blamed" : "wrong";
  }

  /** In document order; what no document knows comes last. */
  private List<String> clauses(List<MutantResult> trials) {
    Set<String> met = new TreeSet<>();
    trials.forEach(trial -> met.addAll(trial.breaks()));
    trials.forEach(trial -> met.addAll(trial.blamed().keySet()));
    List<String> ordered =
        new ArrayList<>(
            proof.ledger().stream().map(c -> c.id().value()).filter(met::remove).toList());
    ordered.addAll(met);
    return ordered;
  }

  private String says(String id) {
    return proof.ledger().stream()
        .filter(clause -> clause.id().value().equals(id))
        .map(Clause::says)
        .map(Sanitizer::line)
        .findFirst()
        .orElse("");
  }
}
