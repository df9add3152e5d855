package dev.assay.mock.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** Makes the object that Haptik answers a logged message with. */
public record MessageReceipts(MessageIds ids, Clock clock) {

  ObjectNode receipt(String messageBody, int messageType) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message_id", ids.next())
        .put("message_body", messageBody)
        .put("created_at", Timestamp.now(clock).toString())
        .put("message_type", messageType);
  }
}
