package dev.assay.suite.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import java.util.List;

/** JSON that cannot be read, and JSON under a Content-Type that does not say so. */
public final class JsonProbes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonProbes() {}

  /** The body of that request. */
  public static JsonNode json(Request good) {
    return json((Body.Text) good.body());
  }

  /** What that text is. */
  public static JsonNode json(Body.Text body) {
    try {
      return JSON.readTree(body.text());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + body.text(), e);
    }
  }

  private static String text(Request good) {
    return ((Body.Text) good.body()).text();
  }

  public static void malformed(TransportProbes probes, Request good, boolean required) {
    String json = text(good);
    probes.malformed(
        "cut-off", "JSON cut off", new Body.Text(json.substring(0, json.length() / 2)), true);
    probes.malformed(
        "no-json", "text that is no JSON", new Body.Text("hello, this is no JSON"), true);
    probes.malformed("empty", "an empty body", Body.NONE, required);
    probes.malformed("array", "a JSON array", new Body.Text("[" + json + "]"), true);
    probes.malformed("string", "a JSON string", new Body.Text("\"hello\""), true);
    probes.malformed("null", "JSON null", new Body.Text("null"), true);
    probes.malformed("trailing", "JSON with more after it", new Body.Text(json + "}"), false);
    probes.malformed(
        "byte-order-mark", "JSON after a byte order mark", new Body.Text("\uFEFF" + json), false);
    probes.malformed(
        "single-quotes", "JSON in single quotes", new Body.Text(json.replace('"', '\'')), false);
  }

  public static void contentTypes(TransportProbes probes, Request good) {
    probes.contentType("absent", "without a Content-Type", good.without("Content-Type"), false);
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
      probes.contentType(
          type.replaceAll("[^a-z]+", "-"),
          "of type " + type,
          good.with("Content-Type", type),
          false);
    }
    probes.contentType(
        "charset",
        "with a charset parameter",
        good.with("Content-Type", "application/json; charset=utf-8"),
        false);
  }
}
