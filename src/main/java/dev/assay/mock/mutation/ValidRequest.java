package dev.assay.mock.mutation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.Headers;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documented request of an operation, which takes the place of one that a mutant accepts.
 *
 * @param replaced the one whose place it takes
 */
record ValidRequest(RequestView replaced) {

  private static final String BOUNDARY = "valid-request";

  MockRequest request() {
    MockOperation operation = MockOperation.at(replaced.request().path());
    Map<String, Object> fields = operation.fields(replaced.accounts());
    return operation.takesFile()
        ? request("multipart/form-data; boundary=" + BOUNDARY, form(fields))
        : request("application/json", json(fields).toString());
  }

  private static ObjectNode json(Map<String, Object> fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (path, value) -> {
          int last = path.lastIndexOf('.');
          ObjectNode around =
              last < 0 ? body : body.withObject("/" + path.substring(0, last).replace('.', '/'));
          around.putPOJO(path.substring(last + 1), value);
        });
    return body;
  }

  /** With a file behind those fields. */
  private static String form(Map<String, Object> fields) {
    return fields.entrySet().stream()
            .map(field -> part("name=\"" + field.getKey() + "\"", field.getValue().toString()))
            .collect(Collectors.joining())
        + part("name=\"file\"; filename=\"a.pdf\"", "%PDF-1.4")
        + "--"
        + BOUNDARY
        + "--\r\n";
  }

  private static String part(String parameters, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, parameters, content);
  }

  private MockRequest request(String contentType, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "authorization", List.of(replaced.rightAuthorization()),
            "client-id", List.of(replaced.accounts().clientId()),
            "content-type", List.of(contentType));
    String path = replaced.request().path();
    return new MockRequest("POST", path, "", new Headers(headers), 0, Bytes.utf8(body));
  }
}
