package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent.Example;
import dev.assay.contract.Operation;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.target.Linked;
import dev.assay.exchange.target.Service;
import java.util.Optional;
import java.util.stream.Stream;

/** A body that a contract shows, or that a link gave. */
final class ShownBody {

  private ShownBody() {}

  /** What a link gave, or else what is shown. */
  static Optional<JsonNode> of(Operation operation, Service service) {
    return service.linked(operation).flatMap(Linked::body).or(() -> of(operation));
  }

  /** A valid one, where nothing asks for texts that occur nowhere else. */
  private static Optional<JsonNode> of(Operation operation) {
    boolean echoed =
        operation
            .allResponses()
            .flatMap(response -> response.members().stream())
            .anyMatch(member -> member.trait("x-echo").isPresent());
    if (echoed || !operation.body().isPresent()) {
      return Optional.empty();
    }
    SchemaRules rules = SchemaRules.of(operation.requestSchema());
    return Stream.concat(
            operation.body().content().examples().stream().map(Example::value),
            SchemaValues.shown(operation.requestSchema()).stream())
        .filter(rules::allow)
        .findFirst();
  }

  /**
   * Whether a request has that field: if one is shown, what that leaves out may not go together.
   */
  static boolean mayHave(Optional<JsonNode> shown, Field field) {
    return shown.isEmpty()
        || shown.get().isEmpty()
        || field.trait("x-value").isPresent()
        || field.in(shown.get()).isPresent();
  }
}
