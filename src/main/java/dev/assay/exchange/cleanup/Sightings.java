package dev.assay.exchange.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values that listings showed, and when each was seen first. */
final class Sightings {

  private static final int MOST = 200_000;
  private static final int LONGEST = 2_000;

  private final Map<String, Instant> first = new HashMap<>();

  /** Takes note of what a GET was answered with. */
  void of(Exchange exchange) {
    if (exchange.request().method().equals("GET") && exchange.succeeded()) {
      Response answer = exchange.response().orElseThrow();
      if (answer.json().isPresent()) {
        values(answer.json().get(), exchange.receivedAt());
      } else if (isText(answer)) {
        words(answer.text(), exchange.receivedAt());
      }
    }
  }

  /** Other answers are files, whose bytes name nothing. */
  private static boolean isText(Response answer) {
    return answer.header("Content-Type").orElse("text/").startsWith("text/");
  }

  /** Whether a listing that had come by then showed that id; what follows a URL's path is none. */
  boolean before(Instant time, String id) {
    Instant seen = first.get(plain(id));
    return seen != null && !seen.isAfter(time);
  }

  private void values(JsonNode node, Instant time) {
    if (node.isValueNode()) {
      words(node.asText(), time);
    }
    node.forEach(child -> values(child, time));
  }

  /** An id may stand alone or in a text, as the URL of a file does. */
  private void words(String text, Instant time) {
    note(text, time);
    Arrays.stream(text.split("[\\s\"'<>()\\[\\]{},;|]+")).forEach(word -> note(word, time));
  }

  private void note(String value, Instant time) {
    if (!value.isEmpty() && value.length() <= LONGEST && first.size() < MOST) {
      first.putIfAbsent(plain(value), time);
    }
  }

  /** A listing may sign its URLs anew each time. */
  private static String plain(String id) {
    return id.startsWith("http") ? id.split("[?#]", 2)[0] : id;
  }
}
