package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One service's contract: an OpenAPI 3.1 file with clauses beside each operation.
 *
 * @param service the key under which target files name this service
 * @param file where it stands
 * @param title the title of the OpenAPI file
 * @param values what a target file must or may give for this service
 * @param operations its endpoints, in the order of the file
 * @param server where it is, as the file says first, its variables at their defaults
 * @param unread what the file says besides, and nobody checks: a sentence each
 */
public record Contract(
    String service,
    String file,
    String title,
    List<TargetValue> values,
    List<Operation> operations,
    Optional<String> server,
    List<String> unread) {

  /**
   * An operation, and the link of its success that leads to another.
   *
   * @param response that success
   */
  public record LinkSource(Operation operation, DocumentedResponse response, Link link) {}

  /** The links of documented successes that lead to that operation, in the order of the file. */
  public List<LinkSource> linksTo(Operation operation) {
    List<LinkSource> sources = new ArrayList<>();
    for (Operation source : operations) {
      for (DocumentedResponse response : source.successes()) {
        response.links().stream()
            .filter(link -> link.leadsTo(operation))
            .forEach(link -> sources.add(new LinkSource(source, response, link)));
      }
    }
    return List.copyOf(sources);
  }

  /**
   * What the links of an answer give to parameters that must be there, such as {@code
   * $response.body#/id}, with the names of those links.
   */
  public Map<String, List<String>> linkedBy(DocumentedResponse answer) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Link link : answer.links()) {
      operations.stream()
          .filter(link::leadsTo)
          .flatMap(operation -> operation.parameters().stream())
          .filter(Parameter::required)
          .flatMap(parameter -> link.gives(parameter).stream())
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .distinct()
          .forEach(text -> names.computeIfAbsent(text, none -> new ArrayList<>()).add(link.name()));
    }
    return names;
  }

  /** The value of a target file to which traits refer by that name. */
  public Optional<TargetValue> value(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst();
  }

  /** Whether that value of a target file is a user with a password (RFC 7617). */
  public boolean isLogin(String name) {
    return operations.stream()
        .flatMap(operation -> operation.security().stream())
        .filter(scheme -> scheme.kind() == SecurityScheme.Kind.BASIC)
        .anyMatch(scheme -> scheme.value().filter(name::equals).isPresent());
  }

  /**
   * The operation of that operationId.
   *
   * @throws NoSuchElementException if there is none
   */
  public Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no operation " + id + " in " + title));
  }
}
