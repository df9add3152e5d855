package dev.assay.contract;

import dev.assay.contract.MediaContent.Example;
import dev.assay.contract.schema.SchemaReader;
import dev.assay.contract.schema.SchemaReader.Direction;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads one parameter.
 *
 * @param node where it stands
 */
record ParameterReader(ContractNode node) {

  private static final Set<String> PLACES = Set.of("header", "query", "path", "cookie");
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");
  private static final String CONTENT = "content";

  Parameter read() {
    String in = node.text("in");
    if (!PLACES.contains(in)) {
      throw node.flaw(
          "a parameter cannot be in `%s`: use header, query, path or cookie".formatted(in));
    }
    ContractNode described = described();
    String style = node.at(CONTENT).isThere() ? CONTENT : style(in);
    return new Parameter(
        node.text("name"),
        in,
        in.equals("path") || node.node().path("required").asBoolean(),
        SchemaReader.whole(described.child("schema"), Direction.REQUEST),
        node.optional("x-value").or(() -> node.optional("name")),
        examples(described),
        style,
        node.node().path("explode").asBoolean(style.equals("form")));
  }

  /** Headers of these names are said elsewhere (OpenAPI, Parameter Object). */
  static boolean isIgnored(Parameter parameter) {
    return parameter.in().equals("header")
        && IGNORED.contains(parameter.name().toLowerCase(Locale.ROOT));
  }

  private ContractNode described() {
    return node.at(CONTENT).members().values().stream().findFirst().orElse(node);
  }

  private List<Example> examples(ContractNode described) {
    List<Example> examples = new ArrayList<>(OperationReader.examples(node));
    if (!described.node().equals(node.node())) {
      examples.addAll(OperationReader.examples(described));
    }
    return List.copyOf(examples);
  }

  private String style(String in) {
    return node.optional("style")
        .orElse(Map.of("query", "form", "cookie", "form").getOrDefault(in, "simple"));
  }
}
