package dev.assay.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is checked of every answer under load: the stated clauses that cost little. Flaws are worded
 * without data, so that they can be counted.
 */
public final class AnswerRules {

  private static final int MOST_IDS = 4_000_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<LoadRequest, SeenIds> seen = new EnumMap<>(LoadRequest.class);

  /** Rules that have seen no message id yet. Any number of threads may ask them. */
  public AnswerRules() {
    SeenIds files = new SeenIds(MOST_IDS);
    for (LoadRequest request : LoadRequest.values()) {
      seen.put(request, request == LoadRequest.LOG_MESSAGE ? new SeenIds(MOST_IDS) : files);
    }
  }

  /** Ids that could not be compared with all earlier ones. */
  public long uncheckedIds() {
    return seen.values().stream().distinct().mapToLong(SeenIds::unchecked).sum();
  }

  /**
   * What is wrong with an answer, if anything.
   *
   * @param text the message_body that was sent, plain ASCII
   * @param messageType the message_type that was sent; meaningless for the chat server
   */
  public Optional<String> flaw(
      LoadRequest request, int status, byte[] body, String text, int messageType) {
    if (status != 200) {
      return Optional.of("status " + status);
    }
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      return Optional.of("the body is no JSON");
    }
    if (json == null || !json.isObject()) {
      return Optional.of("the body is no JSON object");
    }
    return request.isHaptik() ? receipt(request, json, text, messageType) : upload(json);
  }

  private Optional<String> receipt(
      LoadRequest request, JsonNode json, String text, int messageType) {
    JsonNode id = json.path("message_id");
    JsonNode type = json.path("message_type");
    if (!id.isIntegralNumber()) {
      return Optional.of("message_id is no integer");
    }
    if (!json.path("message_body").isTextual()
        || !json.path("message_body").textValue().equals(text)) {
      return Optional.of("message_body is not what was sent");
    }
    if (!type.isIntegralNumber() || type.longValue() != messageType) {
      return Optional.of("message_type is not what was sent");
    }
    if (!json.path("created_at").isTextual()) {
      return Optional.of("created_at is no string");
    }
    return repeated(seen.get(request), id);
  }

  private static Optional<String> repeated(SeenIds ids, JsonNode id) {
    if (!id.canConvertToLong()) {
      ids.cannotCheck();
      return Optional.empty();
    }
    return ids.add(id.longValue())
        ? Optional.empty()
        : Optional.of("message_id was already given to another message");
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
