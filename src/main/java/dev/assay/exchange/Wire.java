package dev.assay.exchange;

import java.io.IOException;

/** How one request is written and its answer read. Safe for use by several threads. */
@FunctionalInterface
interface Wire {

  /**
   * Sends the request as it is, its credentials filled in.
   *
   * @throws IOException when no answer came, or none that is HTTP; other exceptions say the same
   */
  Response send(OneExchangeClient http, Request request, ResponseReader reader) throws IOException;
}
