package dev.assay.exchange.client;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.util.List;

/** Sends requests to one service and records what happens. Safe for use by several threads. */
public interface Client extends AutoCloseable {

  /**
   * Sends the request and waits for the answer. Never throws for what a server or a network does:
   * that is recorded in the exchange.
   */
  Exchange send(Request request);

  /**
   * Sends the requests one after the other over one connection, as long as the server keeps it
   * open: what a server remembers of a connection shows only so.
   */
  default List<Exchange> sendOnOneConnection(List<Request> requests) {
    return requests.stream().map(this::send).toList();
  }

  /**
   * Fetches the credentials anew that can be fetched anew.
   *
   * @return whether any is another one now
   */
  boolean renewCredentials();

  @Override
  void close();

  /** Makes clients for services. */
  @FunctionalInterface
  interface Factory {

    /**
     * A client for one service.
     *
     * @param access how it is reached
     * @param limits pace and timeout
     */
    Client client(ServiceAccess access, Limits limits);
  }
}
