package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What JSON Schema (2020-12) says of a member of a successful answer. */
public final class SchemaExpectations {

  /** What explains a schema and asks for nothing. */
  private static final Set<String> PROSE =
      Set.of("description", "title", "example", "examples", "default", "$comment");

  private SchemaExpectations() {}

  /** A value of that schema. */
  public static Expectation valid(String name, JsonNode schema) {
    JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    return BodyExpectations.onSuccess(
        "`%s` valid by its schema: %s".formatted(name, rules(schema)),
        exchange -> {
          Optional<JsonNode> value = exchange.member(name);
          if (value.isEmpty()) {
            return new Violated("no `" + name + "`", 0);
          }
          Set<String> problems = new TreeSet<>();
          rules.validate(value.get()).forEach(problem -> problems.add(problem.getMessage()));
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
