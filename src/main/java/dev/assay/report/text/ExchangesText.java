package dev.assay.report.text;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;

/**
 * What was sent and received, as text with credentials replaced: of each case the exchange behind
 * its outcome.
 *
 * @param run all cases
 */
public record ExchangesText(Run run) {

  /** All of it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (CaseResult result : run.cases()) {
      text.append("=== %s  %s\n".formatted(result.id(), result.outcome()))
          .append(Sanitizer.line(result.description()))
          .append("\n\n");
      result.exchangeToShow().ifPresent(evidence -> text.append(exchange(evidence)));
    }
    return text.toString();
  }

  private static String exchange(RecordedExchange exchange) {
    return new ExchangeText(exchange).request()
        + "\n--- answered with\n"
        + new ExchangeText(exchange).response()
        + "\n--- again with\n"
        + Sanitizer.line(exchange.curl().line())
        + "\n\n";
  }
}
