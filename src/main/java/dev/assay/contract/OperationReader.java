package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one operation.
 *
 * @param root the whole contract
 * @param path the path that the operation stands under
 * @param method as the contract writes it
 * @param node the operation
 */
record OperationReader(ContractNode root, String path, String method, ContractNode node) {

  private static final Set<String> PLACES = Set.of("header", "query", "path", "cookie");

  Operation read() {
    String id = Operation.idOf(node.text("operationId"));
    ClauseReader reader = new ClauseReader(id, node);
    List<Clause> clauses = reader.clauses();
    return new Operation(
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        parameters(),
        body(),
        node.at("responses").members().entrySet().stream()
            .filter(entry -> entry.getKey().matches("\\d{3}"))
            .map(entry -> response(Integer.parseInt(entry.getKey()), entry.getValue()))
            .toList(),
        alternatives(),
        clauses,
        reader.conflicts(clauses),
        node.place().fileAndLine());
  }

  private List<Parameter> parameters() {
    return Stream.concat(
            root.at("paths").at(path).at("parameters").items().stream(),
            node.at("parameters").items().stream())
        .map(OperationReader::parameter)
        .toList();
  }

  private static Parameter parameter(ContractNode node) {
    String in = node.text("in");
    if (!PLACES.contains(in)) {
      throw node.flaw(
          "a parameter cannot be in `%s`: use header, query, path or cookie".formatted(in));
    }
    return new Parameter(
        node.text("name"),
        in,
        node.node().path("required").asBoolean(),
        SchemaReader.whole(node.at("schema")),
        node.optional("x-value"));
  }

  private RequestBody body() {
    ContractNode content = node.at("requestBody").at("content");
    return content.members().entrySet().stream()
        .findFirst()
        .map(
            first ->
                new RequestBody(first.getKey(), SchemaReader.whole(first.getValue().at("schema"))))
        .orElseGet(() -> new RequestBody("", SchemaReader.whole(content)));
  }

  private static DocumentedResponse response(int status, ContractNode node) {
    Optional<Map.Entry<String, ContractNode>> content =
        node.at("content").members().entrySet().stream().findFirst();
    ContractNode body = content.map(Map.Entry::getValue).orElseGet(node::nothing);
    List<Occasion> occasions = new ArrayList<>(occasions("", node, Optional.empty()));
    JsonNode schema = SchemaReader.whole(body.at("schema"));
    for (Map.Entry<String, ContractNode> example : body.at("examples").members().entrySet()) {
      ContractNode shown = example.getValue();
      occasions.addAll(
          occasions(example.getKey(), shown, errorText(schema, shown.node().path("value"))));
    }
    return new DocumentedResponse(
        status,
        content.map(Map.Entry::getKey).orElse(""),
        schema,
        List.copyOf(occasions),
        node.place().fileAndLine());
  }

  private static List<Occasion> occasions(String name, ContractNode node, Optional<String> text) {
    return node.at("x-when").members().entrySet().stream()
        .flatMap(
            change ->
                node.at("x-when").texts(change.getKey()).stream()
                    .map(becomes -> occasion(name, change.getKey(), becomes, text)))
        .toList();
  }

  /** One that no example shows is called after what is changed. */
  private static Occasion occasion(
      String name, String field, String becomes, Optional<String> text) {
    return new Occasion(name.isEmpty() ? field + "-" + becomes : name, field, becomes, text);
  }

  /** The first required text of the example. */
  private static Optional<String> errorText(JsonNode schema, JsonNode value) {
    return Field.of(schema).stream()
        .filter(member -> member.required() && member.is("string"))
        .map(member -> value.path(member.name()))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private List<List<SecurityScheme>> alternatives() {
    ContractNode own = node.at("security").isThere() ? node.at("security") : root.at("security");
    List<List<SecurityScheme>> alternatives = new ArrayList<>();
    for (ContractNode alternative : own.items()) {
      List<SecurityScheme> schemes = new ArrayList<>();
      for (String id : alternative.members().keySet()) {
        ContractNode scheme = root.at("components").at("securitySchemes").at(id);
        if (!scheme.isThere()) {
          throw alternative.flaw(
              "security scheme `%s` is not in components.securitySchemes; add it".formatted(id));
        }
        schemes.add(scheme(id, scheme));
      }
      alternatives.add(List.copyOf(schemes));
    }
    return List.copyOf(alternatives);
  }

  private static SecurityScheme scheme(String id, ContractNode node) {
    Optional<String> value = node.optional("x-value");
    if (node.text("type").equals("apiKey")) {
      return new SecurityScheme(
          id, SecurityScheme.Kind.KEY, node.text("in"), node.text("name"), value);
    }
    boolean basic =
        node.text("type").equals("http") && node.text("scheme").equalsIgnoreCase("basic");
    SecurityScheme.Kind kind = basic ? SecurityScheme.Kind.BASIC : SecurityScheme.Kind.BEARER;
    return new SecurityScheme(id, kind, "header", "Authorization", value);
  }
}
