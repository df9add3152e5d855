package dev.assay.mock.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an uploaded file leaves in its room. */
record RoomMessage(long id, String fileUrl, String fileName, Timestamp createdAt) {

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message_id", id)
        .put("message", fileUrl)
        .put("file_name", fileName)
        .put("created_at", createdAt.toString());
  }
}
