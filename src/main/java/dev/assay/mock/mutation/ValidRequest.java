package dev.assay.mock.mutation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Headers;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plain documented call of each operation: what a deviation lets in takes its place. */
public final class ValidRequest {

  private static final String BOUNDARY = "sample-call";

  private final TestAccounts accounts;

  public ValidRequest(TestAccounts accounts) {
    this.accounts = accounts;
  }

  /** The plain call to the path of another one. */
  public MockRequest insteadOf(MockRequest request) {
    return switch (MockOperation.at(request.path())) {
      case LOG_MESSAGE -> json(request.path(), message());
      case LOG_FILE ->
          form(
              request.path(),
              field("auth_id", accounts.registeredUser())
                  + field("business_id", String.valueOf(accounts.businessId()))
                  + field("message_type", "52"));
      case UPLOAD_FILE -> form(request.path(), field("room_id", accounts.memberRoom()));
    };
  }

  /** The call with the right Authorization header. */
  public MockRequest authorised(MockRequest request) {
    Map<String, List<String>> headers = new HashMap<>(request.headers().values());
    headers.put("authorization", List.of(credentials(MockOperation.at(request.path()))));
    return new MockRequest(
        request.method(),
        request.path(),
        request.query(),
        new Headers(headers),
        request.connection(),
        request.body());
  }

  private MockRequest request(String path, String contentType, Bytes body) {
    Map<String, List<String>> headers =
        Map.of(
            "authorization", List.of(credentials(MockOperation.at(path))),
            "client-id", List.of(accounts.clientId()),
            "content-type", List.of(contentType));
    return new MockRequest("POST", path, "", new Headers(headers), 0, body);
  }

  private String credentials(MockOperation operation) {
    return operation.isHaptik() ? "Bearer " + accounts.haptikToken() : accounts.roomsToken();
  }

  private ObjectNode message() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("user").put("auth_id", accounts.registeredUser());
    return message
        .put("message_body", "Hello")
        .put("message_type", 0)
        .put("business_id", accounts.businessId());
  }

  private MockRequest json(String path, ObjectNode body) {
    return request(path, "application/json", Bytes.utf8(body.toString()));
  }

  /** With a file behind those fields. */
  private MockRequest form(String path, String fields) {
    String file = part("name=\"file\"; filename=\"a.pdf\"", "%PDF-1.4");
    return request(
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        Bytes.utf8(fields + file + "--" + BOUNDARY + "--\r\n"));
  }

  private static String field(String name, String value) {
    return part("name=\"" + name + "\"", value);
  }

  private static String part(String parameters, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, parameters, content);
  }
}
