package dev.assay.contract;

import dev.assay.contract.DocumentedResponse.ErrorExample;
import dev.assay.contract.MediaContent.Example;
import dev.assay.contract.schema.SchemaReader;
import dev.assay.contract.schema.SchemaReader.Direction;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  Operation read() {
    String id = Operation.idOf(node.optional("operationId").orElseGet(this::madeUpId));
    ClauseReader reader = new ClauseReader(id, node);
    List<Clause> clauses = reader.clauses();
    List<DocumentedResponse> responses = new ResponsesReader(node.at("responses")).read();
    List<Parameter> parameters = parameters();
    RequestBody body = body();
    List<ErrorExample> errors =
        ErrorExample.refusals(responses).stream()
            .map(refusal -> refusal.shownIn(parameters, body))
            .filter(ErrorExample::isProvoked)
            .toList();
    Set<String> ofErrors = errors.stream().map(ErrorExample::name).collect(Collectors.toSet());
    return new Operation(
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        parameters.stream().map(parameter -> parameter.without(ofErrors)).toList(),
        body.without(ofErrors),
        responses.stream().filter(DocumentedResponse::isExact).toList(),
        responses.stream().filter(response -> !response.isExact()).toList(),
        alternatives(),
        errors.stream().filter(error -> isOfOneRefusal(error, errors)).toList(),
        clauses,
        reader.conflicts(clauses),
        node.place().fileAndLine());
  }

  /** Of what several refusals are called after, nobody can tell to which of them it leads. */
  private static boolean isOfOneRefusal(ErrorExample error, List<ErrorExample> all) {
    return all.stream().filter(other -> other.name().equals(error.name())).count() == 1;
  }

  private String madeUpId() {
    return (method + path).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  /** Those of the operation take the place of the path's own (OpenAPI, Operation Object). */
  private List<Parameter> parameters() {
    List<Parameter> own = parameters(node);
    return Stream.concat(
            parameters(root.at("paths").at(path)).stream()
                .filter(parameter -> own.stream().noneMatch(parameter::isSame)),
            own.stream())
        .filter(parameter -> !parameter.in().equals("path") || isInPath(parameter))
        .toList();
  }

  private boolean isInPath(Parameter parameter) {
    return path.contains("{" + parameter.name() + "}");
  }

  private static List<Parameter> parameters(ContractNode node) {
    return node.at("parameters").items().stream()
        .map(ParameterReader::new)
        .map(ParameterReader::read)
        .filter(parameter -> !ParameterReader.isIgnored(parameter))
        .toList();
  }

  private RequestBody body() {
    ContractNode body = node.at("requestBody");
    return new RequestBody(
        body.node().path("required").asBoolean(), contents(body.at("content"), Direction.REQUEST));
  }

  /** The bodies of each media type below {@code content}, in the order of the file. */
  static List<MediaContent> contents(ContractNode content, Direction direction) {
    return content.members().entrySet().stream()
        .map(
            entry ->
                new MediaContent(
                    entry.getKey(),
                    SchemaReader.whole(entry.getValue().child("schema"), direction),
                    examples(entry.getValue()),
                    entry.getValue().node().path("encoding")))
        .toList();
  }

  /** The values that are shown there. */
  static List<Example> examples(ContractNode node) {
    List<Example> examples = new ArrayList<>();
    if (node.node().has("example")) {
      examples.add(new Example("", node.child("example").shown()));
    }
    for (Map.Entry<String, ContractNode> example : node.at("examples").members().entrySet()) {
      if (example.getValue().node().has("value")) {
        examples.add(new Example(example.getKey(), example.getValue().child("value").shown()));
      }
    }
    return List.copyOf(examples);
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
              ("security scheme `%s` is not in components.securitySchemes (Swagger 2.0:"
                      + " securityDefinitions); add it")
                  .formatted(id));
        }
        if (SecurityScheme.hasCredential(scheme)) {
          schemes.add(scheme(id, scheme));
        }
      }
      alternatives.add(List.copyOf(schemes));
    }
    return List.copyOf(alternatives);
  }

  private SecurityScheme scheme(String id, ContractNode node) {
    Optional<String> value = ImplicitValues.of(root, id);
    if (node.text("type").equals("apiKey")) {
      return new SecurityScheme(
          id, SecurityScheme.Kind.KEY, node.text("in"), node.text("name"), value);
    }
    SecurityScheme.Kind kind =
        SecurityScheme.isBasic(node) ? SecurityScheme.Kind.BASIC : SecurityScheme.Kind.BEARER;
    return new SecurityScheme(id, kind, "header", "Authorization", value);
  }
}
