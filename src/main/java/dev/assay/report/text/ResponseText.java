package dev.assay.report.text;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;

/** What came back, as text: status, headers and body, or why nothing came. */
public record ResponseText(RecordedExchange exchange) {

  public String text() {
    String waited = "(after %s ms)\n".formatted(exchange.duration().toMillis());
    return exchange
        .response()
        .map(response -> status(response) + waited + rest(response))
        .or(
            () ->
                exchange.failure().map(f -> f.kind() + "\n" + waited + Sanitizer.line(f.detail())))
        .orElse(waited);
  }

  private static String status(RecordedResponse response) {
    return "status " + response.status() + "\n";
  }

  private static String rest(RecordedResponse response) {
    return RequestText.headers(response.headers())
        + "\n"
        + (response.text().isEmpty() ? "(no body)\n" : BodyText.beginning(response.text()));
  }
}
