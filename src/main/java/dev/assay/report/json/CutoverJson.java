package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.ClauseComparison;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.Environment;
import dev.assay.compare.cutover.Inconclusive;
import dev.assay.contract.Clause;
import dev.assay.load.study.Comparison;
import java.util.stream.Stream;

/**
 * Writes a cutover as {@code cutover.json}, for programs. The relation of a clause is null if no
 * case decided it on either side. Counts are of clauses, but for {@code differences}, {@code
 * cannotTell} and {@code notCompared}, which are as long as the lists of that name.
 */
public final class CutoverJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CutoverJson() {}

  /** The whole document. */
  public static ObjectNode of(Cutover cutover) {
    ObjectNode root = RunJson.of(cutover.info(), cutover.word());
    root.set("from", side(cutover.from()));
    root.set("to", side(cutover.to()));
    root.put("strict", cutover.strict());
    root.put("cases", cutover.cases());
    ObjectNode counts = root.putObject("counts");
    for (ClauseChange relation : ClauseChange.values()) {
      counts.put(key(relation), cutover.having(relation).size());
    }
    counts.put("differences", cutover.differences().size());
    counts.put("cannotTell", cutover.failures().size());
    counts.put("notCompared", cutover.notCompared().size());
    cutover.problems().forEach(root.putArray("problems")::add);
    cutover.clauses().stream().map(CutoverJson::clause).forEach(root.putArray("clauses")::add);
    cutover.differences().stream()
        .map(CutoverJson::difference)
        .forEach(root.putArray("differences")::add);
    cutover.failures().stream()
        .map(CutoverJson::inconclusive)
        .forEach(root.putArray("cannotTell")::add);
    cutover.notCompared().stream()
        .map(CutoverJson::inconclusive)
        .forEach(root.putArray("notCompared")::add);
    cutover.latency().ifPresent(latency -> root.set("latency", latency(latency)));
    return root;
  }

  /** The name of a relation as JSON has names: both wrong is bothWrong. */
  private static String key(ClauseChange relation) {
    return switch (relation) {
      case SAME -> "same";
      case FIXED -> "fixed";
      case BOTH_WRONG -> "bothWrong";
      case DIFFERS -> "differs";
      case INCONCLUSIVE -> "cannotTell";
      case REGRESSED -> "regressed";
    };
  }

  /** The word of the relation that JSON names so; any other text as it is. */
  public static String word(String key) {
    return Stream.of(ClauseChange.values())
        .filter(relation -> key(relation).equals(key))
        .map(ClauseChange::word)
        .findFirst()
        .orElse(key);
  }

  private static JsonNode side(Environment side) {
    ObjectNode node = JSON.objectNode().put("target", side.target());
    side.addresses().forEach(node.putArray("baseUrls")::add);
    side.way().forEach(node.putArray("way")::add);
    return node;
  }

  private static JsonNode clause(ClauseComparison comparison) {
    Clause clause = comparison.clause();
    ObjectNode node = JSON.objectNode();
    node.put("id", clause.id().value());
    node.put("level", clause.level().word());
    node.put("says", clause.says());
    node.putObject("source")
        .put("document", clause.source().document())
        .put("section", clause.source().section());
    clause.at().ifPresent(at -> node.put("at", at));
    node.put("relation", comparison.relation().map(CutoverJson::key).orElse(null));
    comparison.instances().stream().map(CutoverJson::instance).forEach(node.putArray("cases")::add);
    comparison.alsoIn().forEach(node.putArray("alsoIn")::add);
    return node;
  }

  private static JsonNode instance(ClauseInCase instance) {
    return JSON.objectNode()
        .put("case", instance.caseId())
        .put("description", instance.description())
        .put("expected", instance.expected())
        .put("from", instance.from())
        .put("to", instance.to())
        .put("wrong", instance.wrong())
        .put("plays", instance.runs())
        .put("curl", instance.answers().curl().line());
  }

  private static JsonNode difference(Difference difference) {
    ObjectNode node = JSON.objectNode();
    node.put("operation", difference.operation());
    node.put("description", difference.description());
    difference.clauses().stream()
        .map(clause -> clause.id().value())
        .forEach(node.putArray("clauses")::add);
    var changes = node.putArray("changes");
    difference
        .changes()
        .forEach(
            change ->
                changes
                    .addObject()
                    .put("place", change.place())
                    .put("from", change.from())
                    .put("to", change.to()));
    difference.cases().forEach(node.putArray("cases")::add);
    return node.put("curl", difference.answers().curl().line());
  }

  private static JsonNode latency(Comparison latency) {
    ObjectNode node = JSON.objectNode();
    node.put("verdict", latency.verdict().word()).put("confidence", latency.confidence());
    var differences = node.putArray("percentiles");
    latency
        .differences()
        .forEach(
            each -> {
              ObjectNode one = differences.addObject().put("request", each.request());
              one.put("metric", each.metric().word()).put("fromMs", each.before());
              one.put("toMs", each.after()).put("changeMs", each.change());
              each.interval()
                  .ifPresent(i -> one.put("changeLowMs", i.low()).put("changeHighMs", i.high()));
              one.put("verdict", each.verdict().word());
            });
    return node;
  }

  private static JsonNode inconclusive(Inconclusive inconclusive) {
    return JSON.objectNode().put("case", inconclusive.caseId()).put("why", inconclusive.why());
  }
}
