package dev.assay.mock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * GET {@code /api/get_room_messages?room_id=ROOM}: what is in a room, for anyone with a valid
 * token, member or not, so that a refused upload can be shown to have left nothing.
 */
record RoomMessagesEndpoint(ChatUser user, Rooms rooms) implements Endpoint {

  @Override
  public Reply answer(Call call) {
    user.admit(call);
    String room =
        call.parameter("room_id").orElseThrow(() -> new Refusal(400, "No room ID provided"));
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("room_id", room);
    ArrayNode messages = object.putArray("messages");
    rooms
        .messages(room)
        .orElseThrow(() -> new Refusal(404, "no such room"))
        .forEach(message -> messages.add(message.json()));
    return Reply.json(200, object);
  }
}
