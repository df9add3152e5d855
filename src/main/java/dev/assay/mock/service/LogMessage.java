package dev.assay.mock.service;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.JsonBody;
import dev.assay.mock.http.Refusal;

/** What {@code log_message_from_user} is asked to log. */
record LogMessage(String authId, String businessId, String text) {

  /** The only documented value of {@code message_type} here. */
  static final int STANDARD = 0;

  /**
   * Reads a body.
   *
   * @throws Refusal 400 for a body that is not such a message
   */
  static LogMessage read(Bytes body) {
    JsonBody json = JsonBody.read(body);
    if (!json.integer("message_type").equals(String.valueOf(STANDARD))) {
      throw new Refusal(400, "message_type must be " + STANDARD);
    }
    return new LogMessage(
        json.member("user").text("auth_id"),
        json.integer("business_id"),
        json.text("message_body"));
  }
}
