package dev.assay.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The refusals that the documents promise for want of a valid token or a right principal.
 *
 * @param member the member of the error object that holds the text
 * @param texts the documented texts of each status
 */
public record DocumentedErrors(String member, Map<Integer, Set<String>> texts) {

  private static final Set<Integer> STATUSES = Set.of(401, 403);

  /** What the contract says of them. */
  public static DocumentedErrors of(Operation operation) {
    Map<Integer, Set<String>> texts = new TreeMap<>();
    String member = "";
    for (DocumentedResponse response : operation.responses()) {
      if (STATUSES.contains(response.status())) {
        texts.put(response.status(), response.textsOfErrors());
        member = response.errorMember().orElse(member);
      }
    }
    return new DocumentedErrors(member, texts);
  }

  /** Whether the answer is such a refusal to the letter, which bad credentials would explain. */
  public boolean isOne(Exchange exchange) {
    return exchange
        .response()
        .filter(answer -> texts.containsKey(answer.status()))
        .flatMap(answer -> answer.member(member))
        .filter(JsonNode::isTextual)
        .filter(
            text -> texts.values().stream().flatMap(Set::stream).anyMatch(text.textValue()::equals))
        .isPresent();
  }

  /** Whether the answer could come from this service at all. */
  public boolean resembles(Response answer) {
    return answer.member(member).filter(JsonNode::isTextual).isPresent();
  }
}
