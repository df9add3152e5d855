package dev.assay.mock.hint;

import dev.assay.mock.service.TestAccounts;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The commands that work against a running mock.
 *
 * @param baseUrl where this machine reaches it
 * @param who whom it knows; their names need no escapes but in a URL
 */
public record MockGuide(URI baseUrl, TestAccounts who) {

  /** Prints them, an empty line after each. */
  public void print(PrintWriter out) {
    out.printf(
        """
        curl -X POST %s/v1.0/log_message_from_user/ \\
          -H 'Authorization: Bearer %s' \\
          -H 'client-id: %s' \\
          -H 'Content-Type: application/json' \\
          -d '{"message_body": "Hello", "business_id": %s, "message_type": 0, "user": {"auth_id": "%s"}}'

        """,
        baseUrl, who.haptikToken(), who.clientId(), digits(), who.registeredUser());
    out.printf(
        """
        printf '\\377\\330\\377\\340' > test.jpg
        curl -X POST %s/v1.0/log_file_from_user/ \\
          -H 'Authorization: Bearer %s' \\
          -H 'client-id: %s' \\
          -H 'Content-Type: multipart/form-data' \\
          -F 'auth_id=%s' -F 'business_id=%s' -F 'message_type=1' \\
          -F 'file=@test.jpg' -F 'message_body='

        """,
        baseUrl, who.haptikToken(), who.clientId(), who.registeredUser(), digits());
    out.printf(
        """
        curl -X POST %s/api/upload_file \\
          -H 'Authorization: %s' \\
          -F 'file=@test.jpg' \\
          -F 'room_id=%s'

        curl -H 'Authorization: %s' '%s/api/get_room_messages?room_id=%s'

        """,
        baseUrl, who.roomsToken(), who.memberRoom(), who.roomsToken(), baseUrl, room());
    out.flush();
  }

  private String digits() {
    return Long.toString(who.businessId());
  }

  private String room() {
    return URLEncoder.encode(who.memberRoom(), StandardCharsets.UTF_8);
  }
}
