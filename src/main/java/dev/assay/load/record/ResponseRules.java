package dev.assay.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.transport.BodyJson;
import dev.assay.load.plan.LoadRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What is checked of every answer under load: the stated clauses that cost little. Flaws are worded
 * without data, so that they can be counted.
 */
public final class ResponseRules {

  /** The flaw of an id that came twice. */
  public static final String REPEATED = "message_id was already given to another message";

  private static final int MOST_IDS = 4_000_000;

  private final Map<LoadRequest, IdDeduplicator> seen = spaces();

  /** Rules that have seen no message id yet. Any number of threads may ask them. */
  ResponseRules() {}

  /** Ids of one operation and those of another may be the same. */
  public static Map<LoadRequest, IdDeduplicator> spaces() {
    Map<String, IdDeduplicator> ofOperations = new HashMap<>();
    Map<LoadRequest, IdDeduplicator> spaces = new EnumMap<>(LoadRequest.class);
    for (LoadRequest request : LoadRequest.values()) {
      spaces.put(
          request,
          ofOperations.computeIfAbsent(request.operation(), none -> new IdDeduplicator(MOST_IDS)));
    }
    return spaces;
  }

  /** Ids that could not be compared with all earlier ones. */
  long uncheckedIds() {
    return unchecked(seen);
  }

  public static long unchecked(Map<LoadRequest, IdDeduplicator> spaces) {
    return spaces.values().stream().distinct().mapToLong(IdDeduplicator::unchecked).sum();
  }

  /**
   * What is wrong with an answer, if anything.
   *
   * @param url that was asked
   * @param text the message_body that was sent, plain ASCII
   * @param messageType the message_type that was sent; meaningless for the chat server
   * @param newId is given the message id of a flawless answer, if there is one that can be compared
   */
  Optional<Flaw> flaw(
      LoadRequest request,
      String url,
      ReceivedResponse answer,
      String text,
      int messageType,
      LongConsumer newId) {
    if (answer.status() != 200) {
      return Optional.of(Refusals.flaw(request, url, answer));
    }
    BodyJson json = answer.json();
    if (json.unread().isPresent()) {
      return json.unread().map(why -> new Flaw(Flaw.Kind.UNREAD, why, ""));
    }
    if (json.value().isEmpty()) {
      return Optional.of(new Flaw(Flaw.Kind.STRANGE, "the body is no JSON", answer.text()));
    }
    if (!json.value().get().isObject()) {
      return Optional.of(new Flaw(Flaw.Kind.STRANGE, "the body is no JSON object", answer.text()));
    }
    return member(request, json.value().get(), text, messageType, newId).map(Flaw::wrong);
  }

  /** The member that is not as documented, if there is one. */
  private Optional<String> member(
      LoadRequest request, JsonNode json, String text, int messageType, LongConsumer newId) {
    return switch (request) {
      case LOG_MESSAGE, LOG_FILE_SMALL, LOG_FILE_1MB, LOG_FILE_10MB ->
          receipt(request, json, text, messageType, newId);
      case UPLOAD_SMALL, UPLOAD_1MB, UPLOAD_24MIB -> upload(json);
    };
  }

  private Optional<String> receipt(
      LoadRequest request, JsonNode json, String text, int messageType, LongConsumer newId) {
    JsonNode id = json.path("message_id");
    JsonNode type = json.path("message_type");
    if (!id.canConvertToExactIntegral()) {
      return Optional.of("message_id is no integer");
    }
    if (!json.path("message_body").isTextual()
        || !json.path("message_body").textValue().equals(text)) {
      return Optional.of("message_body is not what was sent");
    }
    if (!type.canConvertToExactIntegral() || type.longValue() != messageType) {
      return Optional.of("message_type is not what was sent");
    }
    if (!json.path("created_at").isTextual()) {
      return Optional.of("created_at is no string");
    }
    return repeated(seen.get(request), id, newId);
  }

  private static Optional<String> repeated(IdDeduplicator ids, JsonNode id, LongConsumer newId) {
    if (!id.canConvertToLong()) {
      ids.cannotCheck();
      return Optional.empty();
    }
    if (!ids.add(id.longValue())) {
      return Optional.of(REPEATED);
    }
    newId.accept(id.longValue());
    return Optional.empty();
  }

  private static Optional<String> upload(JsonNode json) {
    if (!json.path("message").isTextual()) {
      return Optional.of("message is no string");
    }
    return json.path("file_url").isTextual() && !json.path("file_url").textValue().isBlank()
        ? Optional.empty()
        : Optional.of("file_url is no URL");
  }
}
