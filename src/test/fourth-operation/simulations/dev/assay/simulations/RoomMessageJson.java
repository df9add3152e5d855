package dev.assay.simulations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The documented body of a message to a room. */
final class RoomMessageJson {

  private RoomMessageJson() {}

  static String of(String room, String text) {
    return JsonNodeFactory.instance.objectNode().put("room_id", room).put("text", text).toString();
  }
}
