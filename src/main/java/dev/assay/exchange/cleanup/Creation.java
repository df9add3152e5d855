package dev.assay.exchange.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that a run made: a request that was answered with a 2xx status. Its values are as the
 * server said them, for whoever is to remove it.
 *
 * @param service its key in target files
 * @param operation the id of the one that made it
 * @param caseId what it was sent for
 * @param sentAt when, by this machine's clock
 * @param status of the answer
 * @param uri where the request went
 * @param ids by which the answer names it
 * @param sent what the request said, by name
 */
public record Creation(
    String service,
    String operation,
    String caseId,
    Instant sentAt,
    int status,
    URI uri,
    Map<String, String> ids,
    SentValues sent) {

  /** Methods that ask for nothing to be made (RFC 9110, sections 9.2.1 and 9.3.5). */
  private static final Set<String> MAKING_NOTHING =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "DELETE");

  /**
   * What that exchange made, if anything.
   *
   * @param members by which an answer names it
   */
  static Optional<Creation> of(
      String service, Set<String> members, String operation, String caseId, Exchange exchange) {
    Request request = exchange.request();
    if (!exchange.succeeded() || !canMake(request.method())) {
      return Optional.empty();
    }
    return Optional.of(
        new Creation(
            service,
            operation,
            caseId,
            exchange.sentAt(),
            exchange.response().orElseThrow().status(),
            request.uri(),
            ids(members, exchange),
            SentValues.of(request)));
  }

  /** Whether a request of that method asks for something to be made. */
  public static boolean canMake(String method) {
    return !MAKING_NOTHING.contains(method);
  }

  private static Map<String, String> ids(Set<String> members, Exchange exchange) {
    Map<String, String> ids = new TreeMap<>();
    for (String name : members) {
      exchange
          .member(name)
          .filter(value -> value.isTextual() || value.isIntegralNumber())
          .map(JsonNode::asText)
          .ifPresent(value -> ids.put(name, value));
    }
    return ids;
  }

  /** What fills in the placeholders of a removal. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>(sent.byName());
    values.putAll(ids);
    return values;
  }
}
