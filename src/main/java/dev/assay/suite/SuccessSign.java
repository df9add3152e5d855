package dev.assay.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * By what an answer shows that it comes from the service that is documented, however much else is
 * wrong with it.
 *
 * @param required the members that every documented success has
 * @param described all members that its schema tells of
 */
public record SuccessSign(Set<String> required, Set<String> described) {

  static SuccessSign of(Operation operation) {
    DocumentedResponse success = operation.ifSuccess().orElse(DocumentedResponse.NONE);
    MediaContent content = success.content();
    return new SuccessSign(
        Set.copyOf(success.requiredMembers()),
        content.isJson() ? Set.copyOf(content.memberNames()) : Set.of());
  }

  /** Whether the answer has it. */
  public boolean isIn(Response answer) {
    return required.stream().anyMatch(name -> answer.member(name).isPresent())
        || (answer.isSuccess() && answer.json().map(this::tells).orElseGet(() -> names(answer)));
  }

  /** At least half of what is told has a documented name. */
  private boolean tells(JsonNode body) {
    JsonNode told = body.isArray() ? body.path(0) : body;
    List<String> names = new ArrayList<>();
    told.fieldNames().forEachRemaining(names::add);
    long known = names.stream().filter(described::contains).count();
    return known > 0 && 2 * known >= names.size();
  }

  /** What is no JSON may be the torn half of it. */
  private boolean names(Response answer) {
    return described.stream().anyMatch(name -> answer.text().contains('"' + name + '"'));
  }
}
