package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.UserException;
import dev.assay.contract.DocumentedResponse.Link;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.schema.SchemaReader;
import dev.assay.contract.schema.SchemaReader.Direction;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the answers of one operation.
 *
 * @param responses all of them
 */
record ResponsesReader(ContractNode responses) {

  private static final String KEY = "(?i)[1-5](\\d\\d|XX)|default";

  /** In the order of the file, {@code default} last. */
  List<DocumentedResponse> read() {
    return responses.members().entrySet().stream()
        .filter(entry -> isStatus(entry.getKey(), entry.getValue()))
        .map(entry -> response(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(response -> response.status() == 0))
        .toList();
  }

  private static boolean isStatus(String key, ContractNode node) {
    if (!key.matches(KEY) && !key.startsWith("x-")) {
      throw node.flaw(
          "`%s` is no status of an answer: write one such as 200, 4XX or default".formatted(key));
    }
    return !key.startsWith("x-");
  }

  private static DocumentedResponse response(String key, ContractNode node) {
    List<MediaContent> contents = OperationReader.contents(node.at("content"), Direction.RESPONSE);
    ContractNode first =
        node.at("content").members().values().stream().findFirst().orElseGet(node::nothing);
    return new DocumentedResponse(
        key,
        contents,
        headers(node.at("headers")),
        links(node.at("links")),
        occasions(node, first, contents.isEmpty() ? MediaContent.NONE : contents.get(0)),
        node.place().fileAndLine());
  }

  /** A Content-Type there is ignored (OpenAPI, Response Object). */
  private static List<Field> headers(ContractNode headers) {
    return headers.members().entrySet().stream()
        .filter(entry -> !entry.getKey().equalsIgnoreCase("Content-Type"))
        .map(
            entry ->
                new Field(
                    entry.getKey(),
                    SchemaReader.whole(entry.getValue().child("schema"), Direction.RESPONSE),
                    entry.getValue().node().path("required").asBoolean()))
        .toList();
  }

  private static List<Link> links(ContractNode links) {
    return links.members().entrySet().stream()
        .map(entry -> link(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Link link(String name, ContractNode node) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    node.at("parameters")
        .node()
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue()));
    Optional<String> id = node.optional("operationId");
    Optional<String> reference = node.optional("operationRef");
    return new Link(
        name,
        id.map(Operation::idOf).or(() -> reference.flatMap(to -> place(node, to))).orElse(""),
        id.or(() -> reference).orElse(""),
        Map.copyOf(parameters),
        Optional.ofNullable(node.node().get("requestBody")),
        node.at("server").isThere(),
        node.place().fileAndLine());
  }

  /** Where the operation stands that is referred to, if it stands anywhere. */
  private static Optional<String> place(ContractNode node, String reference) {
    ObjectNode to = JsonNodeFactory.instance.objectNode().put("$ref", reference);
    try {
      ContractNode found = new ContractNode(node.file(), to, node.place()).followed();
      return Optional.of(found.place().fileAndLine());
    } catch (UserException leadsNowhere) {
      return Optional.empty();
    }
  }

  private static List<Occasion> occasions(
      ContractNode node, ContractNode body, MediaContent content) {
    List<Occasion> occasions = new ArrayList<>(occasions("", node, Optional.empty()));
    for (Map.Entry<String, ContractNode> example : body.at("examples").members().entrySet()) {
      ContractNode shown = example.getValue();
      Optional<String> text = errorText(content.schema(), shown.child("value").shown());
      occasions.addAll(occasions(example.getKey(), shown, text));
    }
    return List.copyOf(occasions);
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
}
