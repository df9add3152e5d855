package dev.assay.suite.run;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import java.util.List;

/**
 * A client of which a journal takes note.
 *
 * @param service whose client it is
 * @param operation the id of the one that is asked
 * @param caseId what is sent with it
 */
record JournalClient(
    Client client, Journal journal, String service, String operation, String caseId)
    implements Client {

  @Override
  public Exchange send(Request request) {
    Exchange exchange = client.send(request);
    journal.saw(service, operation, caseId, exchange);
    return exchange;
  }

  @Override
  public List<Exchange> sendOnOneConnection(List<Request> requests) {
    List<Exchange> exchanges = client.sendOnOneConnection(requests);
    exchanges.forEach(exchange -> journal.saw(service, operation, caseId, exchange));
    return exchanges;
  }

  /** It is closed by whoever opened it. */
  @Override
  public boolean renewCredentials() {
    return client.renewCredentials();
  }

  @Override
  public void close() {}
}
