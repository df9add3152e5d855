package dev.assay.suite.probe;

import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Forms that cannot be read, and forms under a Content-Type that does not say so. */
public final class MultipartProbes {

  private MultipartProbes() {}

  public static void malformed(TransportProbes probes, Request good) {
    String form = text(good.body());
    int middle = form.lastIndexOf("\r\n--");
    probes.malformed("cut-off", "a form cut off", new Body.Text(form.substring(0, middle)), false);
    probes.malformed("empty", "an empty body", Body.NONE, true);
    probes.malformed("no-form", "text that is no form", new Body.Text("hello"), true);
    probes.malformed("json", "JSON instead of a form", new Body.Text("{\"file\": \"x\"}"), true);
  }

  public static void contentTypes(TransportProbes probes, Request good) {
    probes.contentType(
        "no-boundary",
        "whose Content-Type has no boundary",
        good.with("Content-Type", "multipart/form-data"),
        true);
    probes.contentType(
        "wrong-boundary",
        "whose Content-Type has another boundary",
        good.with("Content-Type", "multipart/form-data; boundary=other"),
        true);
    probes.contentType("absent", "without a Content-Type", good.without("Content-Type"), false);
    probes.contentType(
        "json", "of type application/json", good.with("Content-Type", "application/json"), false);
    probes.contentType(
        "mixed",
        "of type multipart/mixed",
        good.with(
            "Content-Type",
            good.header("Content-Type").orElseThrow().replace("form-data", "mixed")),
        false);
  }

  private static String text(Body body) {
    try (InputStream in = body.open()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
