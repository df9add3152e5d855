package dev.assay.suite.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import java.util.List;
import java.util.function.Predicate;

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

  /**
   * Bodies that cannot be read, or hold something else than is asked for.
   *
   * @param allowed whether the contract allows a value after all
   */
  public static void malformed(
      TransportProbes probes, Request good, boolean required, Predicate<JsonNode> allowed) {
    String json = text(good);
    probes.malformed(
        "cut-off", "JSON cut off", new Body.Text(json.substring(0, json.length() / 2)), true);
    probes.malformed(
        "no-json", "text that is no JSON", new Body.Text("hello, this is no JSON"), true);
    probes.malformed("empty", "an empty body", Body.NONE, required);
    other(probes, "array", new Body.Text("[" + json + "]"), allowed);
    other(probes, "string", new Body.Text("\"hello\""), allowed);
    other(probes, "null", new Body.Text("null"), allowed);
    probes.malformed("trailing", "JSON with more after it", new Body.Text(json + "}"), false);
    probes.malformed(
        "byte-order-mark", "JSON after a byte order mark", new Body.Text("\uFEFF" + json), false);
    probes.malformed(
        "single-quotes", "JSON in single quotes", new Body.Text(json.replace('"', '\'')), false);
  }

  private static void other(
      TransportProbes probes, String name, Body.Text body, Predicate<JsonNode> allowed) {
    String says = name.equals("null") ? "JSON null" : "a JSON " + name;
    probes.malformed(name, says, body, !allowed.test(json(body)));
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
