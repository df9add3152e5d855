package dev.assay.compare.cutover;

import dev.assay.exchange.record.CurlCommand;
import dev.assay.exchange.record.RecordedExchange;
import java.util.Optional;

/**
 * What both services answered to the same request of a case.
 *
 * @param caseId which case
 * @param from the exchange with the old service; empty if there was none
 * @param to the exchange with the new service; empty if there was none
 */
public record ExchangePair(
    String caseId, Optional<RecordedExchange> from, Optional<RecordedExchange> to) {

  /** A command that sends the request to the new service; empty if none was sent. */
  public CurlCommand curl() {
    return to.map(RecordedExchange::curl).orElseGet(() -> CurlCommand.of(""));
  }
}
