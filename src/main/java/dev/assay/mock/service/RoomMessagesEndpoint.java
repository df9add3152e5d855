package dev.assay.mock.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.Refusal;

/**
 * GET {@code /api/get_room_messages?room_id=ROOM}: what is in a room, for anyone with a valid
 * token, member or not, so that a refused upload can be shown to have left nothing.
 */
public record RoomMessagesEndpoint(ChatUser user, Rooms rooms) implements MockEndpoint {

  @Override
  public MockResponse answer(MockRequest request) {
    user.admit(request);
    String room =
        request.parameter("room_id").orElseThrow(() -> new Refusal(400, "No room ID provided"));
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("room_id", room);
    ArrayNode messages = object.putArray("messages");
    rooms
        .messages(room)
        .orElseThrow(() -> new Refusal(404, "no such room"))
        .forEach(message -> messages.add(message.json()));
    return MockResponse.json(200, object);
  }
}
