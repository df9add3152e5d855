package dev.assay.simulations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The documented body of a message. */
final class MessageJson {

  private MessageJson() {}

  static String of(String user, long businessId, String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("user").put("auth_id", user);
    return body.put("message_body", text)
        .put("message_type", 0)
        .put("business_id", businessId)
        .toString();
  }
}
