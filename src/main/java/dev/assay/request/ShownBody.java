package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent.Example;
import dev.assay.contract.Operation;
import dev.assay.contract.schema.SchemaRules;
import java.util.Optional;
import java.util.stream.Stream;

/** A body that a contract shows. */
final class ShownBody {

  private ShownBody() {}

  /** A valid one, where nothing asks for texts that occur nowhere else. */
  static Optional<JsonNode> of(Operation operation) {
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
