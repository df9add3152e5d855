package dev.assay.mock.mutation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Headers;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.List;
import java.util.Map;

/**
 * The documented request of each operation, which takes the place of one that a mutant accepts.
 *
 * @param replaced the one whose place it takes
 */
record ValidRequest(RequestView replaced, TestAccounts accounts) {

  private static final String BOUNDARY = "valid-request";

  MockRequest request() {
    return switch (MockOperation.at(replaced.request().path())) {
      case LOG_MESSAGE -> json(message());
      case LOG_FILE ->
          form(
              field("auth_id", accounts.registeredUser())
                  + field("business_id", String.valueOf(accounts.businessId()))
                  + field("message_type", "52"));
      case UPLOAD_FILE -> form(field("room_id", accounts.memberRoom()));
    };
  }

  private ObjectNode message() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("user").put("auth_id", accounts.registeredUser());
    return message
        .put("message_body", "Hello")
        .put("message_type", 0)
        .put("business_id", accounts.businessId());
  }

  private MockRequest json(ObjectNode body) {
    return request("application/json", body.toString());
  }

  /** With a file behind those fields. */
  private MockRequest form(String fields) {
    String file = part("name=\"file\"; filename=\"a.pdf\"", "%PDF-1.4");
    return request(
        "multipart/form-data; boundary=" + BOUNDARY, fields + file + "--" + BOUNDARY + "--\r\n");
  }

  private MockRequest request(String contentType, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "authorization", List.of(replaced.rightAuthorization()),
            "client-id", List.of(accounts.clientId()),
            "content-type", List.of(contentType));
    String path = replaced.request().path();
    return new MockRequest("POST", path, "", new Headers(headers), 0, Bytes.utf8(body));
  }

  private static String field(String name, String value) {
    return part("name=\"" + name + "\"", value);
  }

  private static String part(String parameters, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, parameters, content);
  }
}
