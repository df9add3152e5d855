package dev.assay.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent;
import dev.assay.exchange.Response;
import dev.assay.exchange.transport.BodyJson;
import java.util.Optional;
import java.util.function.Function;

/** What was answered to a request under load. */
public final class ReceivedResponse {

  private static final int TOO_MANY_REQUESTS = 429;

  private final int status;
  private final Function<String, Optional<String>> headers;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param headers the first value of each, by name in any letter case
   * @param body no more than was kept of it
   */
  public ReceivedResponse(int status, Function<String, Optional<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  int status() {
    return status;
  }

  /** The value of a header. */
  Optional<String> header(String name) {
    return headers.apply(name);
  }

  /** Whether it says that it is JSON. */
  boolean isJson() {
    return header("Content-Type").filter(MediaContent::isJson).isPresent();
  }

  /** The body, as JSON if it is. */
  BodyJson json() {
    return BodyJson.of(body, header("Content-Type"), body.length <= Response.KEPT_BYTES);
  }

  /** The beginning of the body, in one line. */
  String text() {
    return BodyJson.text(body, header("Content-Type")).strip().replaceAll("\\s+", " ");
  }

  /** Whether it asks to be sent less (RFC 6585, section 4; RFC 9110, section 10.2.3). */
  boolean asksToWait() {
    return status == TOO_MANY_REQUESTS
        || ((status == 403 || status == 503) && header("Retry-After").isPresent());
  }

  /** Whether it leads elsewhere (RFC 9110, section 15.4). */
  boolean redirects() {
    return status / 100 == 3 && header("Location").isPresent();
  }

  /** Whether it is an object with such a member, as the documented answers and refusals are. */
  boolean isObjectWithText(String member) {
    return json().value().map(json -> json.path(member)).filter(JsonNode::isTextual).isPresent();
  }
}
