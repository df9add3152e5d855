package dev.assay.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the server answered, as a client sees it. */
public record Answer(HttpResponse<byte[]> response) {

  public int status() {
    return response.statusCode();
  }

  public HttpHeaders headers() {
    return response.headers();
  }

  byte[] body() {
    return response.body();
  }

  String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text(), e);
    }
  }

  /** Status and body in one line, to be compared at once. */
  String line() {
    return status() + " " + text();
  }
}
