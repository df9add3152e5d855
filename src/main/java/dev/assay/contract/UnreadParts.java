package dev.assay.contract;

import dev.assay.contract.DocumentedResponse.Link;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract says that nobody checks.
 *
 * @param root the whole contract
 */
record UnreadParts(ContractNode root) {

  /** A sentence each. */
  List<String> sentences(List<Operation> operations) {
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<String, ContractNode> hook : root.at("webhooks").members().entrySet()) {
      sentences.add(
          "the webhook %s (%s): Assay sends requests and receives none"
              .formatted(hook.getKey(), hook.getValue().place().fileAndLine()));
    }
    for (Map.Entry<String, ContractNode> path : root.at("paths").members().entrySet()) {
      for (Map.Entry<String, ContractNode> method : path.getValue().members().entrySet()) {
        ContractNode callbacks = method.getValue().at("callbacks");
        if (callbacks.isThere()) {
          sentences.add(
              "the callbacks of %s %s (%s): Assay sends requests and receives none"
                  .formatted(
                      method.getKey().toUpperCase(Locale.ROOT),
                      path.getKey(),
                      callbacks.place().fileAndLine()));
        }
      }
    }
    operations.forEach(operation -> bodies(operation, sentences));
    for (Operation operation : operations) {
      for (DocumentedResponse success : operation.successes()) {
        success.links().forEach(link -> link(link, operation, operations, sentences));
      }
    }
    return List.copyOf(sentences);
  }

  private static void bodies(Operation operation, List<String> sentences) {
    operation
        .allResponses()
        .flatMap(response -> response.contents().stream())
        .filter(content -> !content.schema().isEmpty())
        .filter(content -> content.mediaType().matches("(?i).*[/+]xml(;.*)?"))
        .map(MediaContent::mediaType)
        .distinct()
        .forEach(
            type ->
                sentences.add(
                    "what is inside a body of %s that %s answers: only its media type is"
                        .formatted(type, operation.id())));
  }

  private static void link(
      Link link, Operation from, List<Operation> operations, List<String> sentences) {
    String named = "the link %s of %s (%s)".formatted(link.name(), from.id(), link.at());
    Optional<Operation> to = operations.stream().filter(link::leadsTo).findFirst();
    if (to.isEmpty()) {
      sentences.add("%s: `%s` names no operation of this file".formatted(named, link.written()));
      return;
    }
    link.parameters().keySet().stream()
        .filter(key -> to.get().parameters().stream().noneMatch(p -> p.isNamed(key)))
        .sorted()
        .forEach(
            key ->
                sentences.add(
                    "`%s` in %s: %s has no such parameter".formatted(key, named, to.get().id())));
    if (link.elsewhere()) {
      sentences.add(
          "the server in %s: what it leads to is asked where the target file says"
              .formatted(named));
    }
  }
}
