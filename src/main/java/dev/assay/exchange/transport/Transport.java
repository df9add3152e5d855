package dev.assay.exchange.transport;

import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import java.io.IOException;

/** How one request is written and its answer read. Safe for use by several threads. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends the request as it is, its credentials filled in.
   *
   * @throws IOException when no answer came, or none that is HTTP; so do other exceptions
   */
  Response send(SingleExchangeHttpClient http, Request request, ResponseReader reader)
      throws IOException;
}
