package dev.assay.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * POST {@code /api/send_message}: takes a message for a room.
 *
 * <p>Checks, in this order: 401 token, 415 content type, 400 room id, 403 membership, 400 text.
 */
record SendMessageEndpoint(ChatUser user) implements Endpoint {

  @Override
  public Reply answer(Call call) {
    user.admit(call);
    call.contentType("application/json");
    JsonNode message = JsonBody.read(call.body()).object();
    if (!user.isMemberOf(text(message, "room_id", "No room ID provided"))) {
      throw new Refusal(403, "You are not a member of this room");
    }
    String text = text(message, "text", "No text provided");
    return Reply.json(
        200,
        JsonNodeFactory.instance.objectNode().put("message", "Message sent").put("text", text));
  }

  private static String text(JsonNode message, String member, String refusal) {
    JsonNode value = message.path(member);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Refusal(400, refusal);
    }
    return value.textValue();
  }
}
