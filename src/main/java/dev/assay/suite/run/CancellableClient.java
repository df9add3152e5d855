package dev.assay.suite.run;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import java.util.List;

/**
 * A client whose requests end when the run is cancelled, those under way too. What is sent after
 * that fails at once.
 */
final class CancellableClient implements Client {

  private final Client client;
  private final Cancellation cancellation;

  CancellableClient(Client client, Cancellation cancellation) {
    this.client = client;
    this.cancellation = cancellation;
    cancellation.whenCancelled(client::close);
  }

  @Override
  public Exchange send(Request request) {
    return marked(client.send(request));
  }

  @Override
  public List<Exchange> sendOnOneConnection(List<Request> requests) {
    return client.sendOnOneConnection(requests).stream().map(this::marked).toList();
  }

  private Exchange marked(Exchange exchange) {
    if (exchange.response().isPresent()) {
      return exchange;
    }
    return cancellation
        .why()
        .map(why -> exchange.failing(new Failure(Failure.Kind.CANCELLED, why)))
        .orElse(exchange);
  }

  @Override
  public boolean renewCredentials() {
    return client.renewCredentials();
  }

  @Override
  public void close() {
    client.close();
  }
}
