package dev.assay.mock.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.JsonBody;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;

/**
 * POST {@code /api/send_message}: takes a message for a room.
 *
 * <p>Checks, in this order: 401 token, 415 content type, 400 room id, 403 membership, 400 text.
 */
public record SendMessageEndpoint(ChatUser user) implements MockEndpoint {

  @Override
  public MockResponse answer(MockRequest request) {
    user.admit(request);
    request.contentType("application/json");
    JsonNode message = JsonBody.read(request.body()).object();
    if (!user.isMemberOf(text(message, "room_id", "No room ID provided"))) {
      throw new Refusal(403, "You are not a member of this room");
    }
    String text = text(message, "text", "No text provided");
    return MockResponse.json(
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
