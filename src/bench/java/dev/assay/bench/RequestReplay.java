package dev.assay.bench;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notes the requests of a contract run against the mock, each under the thread that sent it, and
 * sends them again with nothing but the JDK's HTTP client: in the same order and as many at once.
 */
final class RequestReplay implements Client.Factory {

  private final Client.Factory factory;
  private final TestAccounts accounts;
  private final Map<Thread, Queue<Request>> sent = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();

  /**
   * Notes what those clients send.
   *
   * @param factory makes the clients that really send
   */
  RequestReplay(Client.Factory factory, TestAccounts accounts) {
    this.factory = factory;
    this.accounts = accounts;
  }

  @Override
  public Client client(ServiceAccess access, Limits limits) {
    Client real = factory.client(access, limits);
    return new Client() {
      @Override
      public Exchange send(Request request) {
        sent.computeIfAbsent(Thread.currentThread(), thread -> new ConcurrentLinkedQueue<>())
            .add(request);
        return real.send(request);
      }

      @Override
      public boolean renewCredentials() {
        return real.renewCredentials();
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  /** How many requests were noted. */
  int size() {
    return sent.values().stream().mapToInt(Queue::size).sum();
  }

  /** Requests that the JDK's client would not send, as odd as they are. */
  long refused() {
    return refused.get();
  }

  /** Sends all of them; how long it took, in seconds. */
  double seconds() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, sent.size()));
    refused.set(0);
    long begin = System.nanoTime();
    try {
      List<Future<?>> running = new ArrayList<>();
      sent.values().forEach(queue -> running.add(threads.submit(() -> sendAll(client, queue))));
      for (Future<?> each : running) {
        each.get();
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      threads.shutdownNow();
    }
  }

  private void sendAll(HttpClient client, Queue<Request> requests) {
    for (Request request : requests) {
      try {
        client.send(plain(request), BodyHandlers.ofByteArray());
      } catch (IOException e) {
        // answered early and closed, as in the contract run
      } catch (IllegalArgumentException e) {
        refused.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private HttpRequest plain(Request request) {
    boolean haptik = request.uri().getPath().startsWith("/v1.0");
    String query = request.query().map(text -> "?" + filled(text, haptik)).orElse("");
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.uri() + query));
    for (Header header : request.headers()) {
      builder.header(header.name(), filled(header.value(), haptik));
    }
    HttpRequest.BodyPublisher body = BodyPublishers.ofInputStream(request.body()::open);
    long size = request.body().size();
    HttpRequest.BodyPublisher framed =
        size == 0
            ? BodyPublishers.noBody()
            : request.framing() == Request.Framing.CHUNKED
                ? body
                : BodyPublishers.fromPublisher(body, size);
    return builder
        .method(request.method(), framed)
        .expectContinue(request.framing() == Request.Framing.EXPECT_CONTINUE)
        .build();
  }

  private String filled(String text, boolean haptik) {
    return text.replace("$TOKEN", haptik ? accounts.haptikToken() : accounts.roomsToken())
        .replace("$CLIENT_ID", accounts.clientId())
        .replace("$ORPHAN_TOKEN", accounts.orphanToken());
  }
}
