package dev.assay.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plain documented call of each operation: what a deviation lets in takes its place. */
final class SampleCall {

  private static final String BOUNDARY = "sample-call";

  private final Principals principals;

  SampleCall(Principals principals) {
    this.principals = principals;
  }

  /** The plain call to the path of another one. */
  Call insteadOf(Call call) {
    Operation operation = Operation.at(call.path());
    return operation == Operation.LOG_MESSAGE
        ? call(call.path(), "application/json", Bytes.utf8(message().toString()))
        : call(call.path(), "multipart/form-data; boundary=" + BOUNDARY, form(operation));
  }

  /** The call with the right Authorization header. */
  Call authorised(Call call) {
    Map<String, List<String>> headers = new HashMap<>(call.headers().values());
    headers.put("authorization", List.of(credentials(Operation.at(call.path()))));
    return new Call(call.method(), call.path(), call.query(), new Headers(headers), call.body());
  }

  private Call call(String path, String contentType, Bytes body) {
    Map<String, List<String>> headers =
        Map.of(
            "authorization", List.of(credentials(Operation.at(path))),
            "client-id", List.of(principals.clientId()),
            "content-type", List.of(contentType));
    return new Call("POST", path, "", new Headers(headers), body);
  }

  private String credentials(Operation operation) {
    return operation.isHaptik() ? "Bearer " + principals.haptikToken() : principals.roomsToken();
  }

  private ObjectNode message() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("user").put("auth_id", principals.registeredUser());
    return message
        .put("message_body", "Hello")
        .put("message_type", 0)
        .put("business_id", principals.businessId());
  }

  private Bytes form(Operation operation) {
    StringBuilder form = new StringBuilder();
    if (operation == Operation.LOG_FILE) {
      field(form, "auth_id", principals.registeredUser());
      field(form, "business_id", String.valueOf(principals.businessId()));
      field(form, "message_type", "52");
    } else {
      field(form, "room_id", principals.memberRoom());
    }
    part(form, "name=\"file\"; filename=\"a.pdf\"", "%PDF-1.4");
    return Bytes.utf8(form.append("--" + BOUNDARY + "--\r\n").toString());
  }

  private static void field(StringBuilder form, String name, String value) {
    part(form, "name=\"" + name + "\"", value);
  }

  private static void part(StringBuilder form, String parameters, String content) {
    form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + parameters)
        .append("\r\n\r\n" + content + "\r\n");
  }
}
