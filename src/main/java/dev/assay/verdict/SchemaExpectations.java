package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.contract.schema.SchemaRules.Problem;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What JSON Schema (2020-12) says of a member of a successful answer. */
public final class SchemaExpectations {

  /** What explains a schema and asks for nothing. */
  private static final Set<String> PROSE =
      Set.of("description", "title", "example", "examples", "default", "$comment");

  private SchemaExpectations() {}

  /** A value of that schema. */
  public static Expectation valid(String name, JsonNode schema) {
    SchemaRules rules = SchemaRules.of(schema);
    return BodyExpectations.onSuccess(
        "`%s` valid by its schema: %s".formatted(name, rules(schema)),
        exchange -> {
          Optional<JsonNode> value = exchange.member(name);
          if (value.isEmpty()) {
            return new Violated("no `" + name + "`", 0);
          }
          List<String> problems = rules.problems(value.get()).stream().map(Problem::says).toList();
          String shown = BodyExpectations.shown(name, value.get());
          return problems.isEmpty()
              ? new Satisfied(shown)
              : new Violated(shown + ": " + String.join("; ", problems), 0);
        });
  }

  private static String rules(JsonNode schema) {
    StringBuilder rules = new StringBuilder();
    schema
        .properties()
        .forEach(
            rule -> {
              if (!PROSE.contains(rule.getKey()) && !rule.getKey().startsWith("x-")) {
                rules.append(rules.isEmpty() ? "" : ", ");
                rules.append(rule.getKey()).append(' ').append(rule.getValue());
              }
            });
    return rules.isEmpty() ? "anything" : rules.toString();
  }
}
