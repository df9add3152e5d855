package dev.assay.suite;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A client in whose way something may answer before the service does. */
public final class InterceptedClient implements Client {

  /** What may answer in the service's place. */
  @FunctionalInterface
  public interface Interceptor {
    /** The answer, or nothing to let the request through; the first request has number 1. */
    Optional<Exchange> intercept(Request request, int number);
  }

  private final Client client;
  private final Interceptor interceptor;
  private final List<Request> sent = new CopyOnWriteArrayList<>();
  private final ReadWriteLock underWay = new ReentrantReadWriteLock();

  private InterceptedClient(Client client, Interceptor interceptor) {
    this.client = client;
    this.interceptor = interceptor;
  }

  /** Makes such clients out of others; each counts by itself. */
  public static Client.Factory behind(Client.Factory maker, Interceptor interceptor) {
    return (access, limits) -> new InterceptedClient(maker.client(access, limits), interceptor);
  }

  /** Something that answers with that to every request from a number on. */
  public static Interceptor refusingFrom(int first, int status, String body) {
    return (request, number) ->
        number < first
            ? Optional.empty()
            : Optional.of(ScriptedClient.answer(request, status, body));
  }

  @Override
  public Exchange send(Request request) {
    Optional<Exchange> answer;
    int number;
    synchronized (sent) {
      underWay.readLock().lock();
      sent.add(request);
      number = sent.size();
    }
    try {
      answer = interceptor.intercept(request, number);
      if (answer.isEmpty()) {
        return client.send(request);
      }
    } finally {
      underWay.readLock().unlock();
    }
    return afterThoseBefore(answer.get());
  }

  /** A service changes its mind at one moment: what it let through before is answered before. */
  private Exchange afterThoseBefore(Exchange answer) {
    underWay.writeLock().lock();
    try {
      Instant now = Instant.now();
      return new Exchange(answer.request(), answer.response(), answer.failure(), now, now);
    } finally {
      underWay.writeLock().unlock();
    }
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
