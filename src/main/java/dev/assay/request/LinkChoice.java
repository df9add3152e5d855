package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Contract.LinkSource;
import dev.assay.contract.DocumentedResponse.Link;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.exchange.target.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which links give an operation of a service the values that its target does not give.
 *
 * @param operation that needs values
 */
public record LinkChoice(Service service, Operation operation) {

  /** The links that give something, first those that give most, and of them what a run makes. */
  public List<LinkSource> all() {
    return service.contract().linksTo(operation).stream()
        .filter(source -> given(source.link()) > 0)
        .sorted(
            Comparator.comparing((LinkSource source) -> -given(source.link()))
                .thenComparing(source -> objection(source).isPresent())
                .thenComparing(source -> source.operation().isSafe()))
        .toList();
  }

  private int given(Link link) {
    boolean body = operation.body().required() && link.body().isPresent();
    return (int) wanted().stream().filter(each -> link.gives(each).isPresent()).count()
        + (body ? 1 : 0);
  }

  /** The parameters that must be there, and of which the target gives no value. */
  private List<Parameter> wanted() {
    return operation.parameters().stream()
        .filter(Parameter::required)
        .filter(parameter -> parameter.value().flatMap(service::mention).isEmpty())
        .toList();
  }

  /**
   * Whether nothing can be asked without it: the link gives what nothing shows a value of. A PUT
   * may make what it names (RFC 9110, section 9.3.4).
   */
  public boolean isNeeded(Link link) {
    return !operation.method().equals("PUT")
        && wanted().stream()
            .anyMatch(parameter -> !parameter.isShown() && link.gives(parameter).isPresent());
  }

  /** Why such a link must not be followed, if it must not. */
  public Optional<String> objection(LinkSource source) {
    Operation from = source.operation();
    if (from.isDestructive()) {
      return Optional.of("what %s leads to may be gone".formatted(from.id()));
    }
    if (operation.isDestructive()
        && source.link().parameters().values().stream().noneMatch(LinkChoice::isOfAnswer)) {
      return Optional.of("the answer does not name what %s would remove".formatted(operation.id()));
    }
    if (operation.isDestructive() && !source.response().isOfMaking()) {
      return Optional.of(
          "only an answer with 201 says that this run made what %s would remove"
              .formatted(operation.id()));
    }
    return from.isSafe() && !operation.isSafe()
        ? Optional.of(
            "what %s finds may be somebody else's, and %s would change it"
                .formatted(from.id(), operation.id()))
        : service.forbids(operation).or(() -> service.forbids(from));
  }

  private static boolean isOfAnswer(JsonNode written) {
    return written.asText().contains("$response.");
  }

  /** What comes from where, in words: {@code its id comes from the link ReadNote of add-note}. */
  public String says(LinkSource source) {
    String names =
        wanted().stream()
            .filter(parameter -> source.link().gives(parameter).isPresent())
            .map(Parameter::name)
            .collect(Collectors.joining(" and "));
    return "its %s from the link %s of %s (%s)"
        .formatted(
            names.isEmpty()
                ? "body comes"
                : names.contains(" and ") ? names + " come" : names + " comes",
            source.link().name(),
            source.operation().id(),
            source.link().at());
  }
}
