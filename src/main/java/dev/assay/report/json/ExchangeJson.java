package dev.assay.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;
import dev.assay.report.text.ExchangeText;
import dev.assay.report.text.Sanitizer;
import java.util.List;

/** One exchange in {@code contract.json}: bodies are there by size, and answers by beginning. */
final class ExchangeJson {

  private static final int LONGEST_BODY = 2_000;

  private ExchangeJson() {}

  static JsonNode of(RecordedExchange exchange) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sentAt", exchange.sentAt().toString());
    node.put("durationMs", exchange.duration().toMillis());
    node.set("request", request(exchange.request()));
    exchange.response().ifPresent(response -> node.set("response", response(response)));
    exchange
        .failure()
        .ifPresent(
            failure ->
                node.putObject("failure")
                    .put("kind", failure.kind().name())
                    .put("detail", failure.detail()));
    return node;
  }

  private static JsonNode request(Request request) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("method", request.method());
    node.put("url", ExchangeText.url(request));
    node.set("headers", headers(request.headers()));
    node.put("bytes", request.body().size());
    return node;
  }

  private static JsonNode response(RecordedResponse response) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("status", response.status());
    node.set("headers", headers(response.headers()));
    node.put("bytes", response.size());
    node.put("fingerprint", response.fingerprint());
    node.put("text", Sanitizer.start(response.text(), LONGEST_BODY));
    return node;
  }

  private static JsonNode headers(List<Header> headers) {
    var array = JsonNodeFactory.instance.arrayNode();
    headers.forEach(
        header -> array.addObject().put("name", header.name()).put("value", header.value()));
    return array;
  }
}
