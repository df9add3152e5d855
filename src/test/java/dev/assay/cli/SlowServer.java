package dev.assay.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes messages as documented, but slowly, or not too many of them in a row. */
final class SlowServer implements AutoCloseable {

  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");

  private static final int AT_ONCE = 64;

  private final ExecutorService workers;
  private final HttpServer server;
  private final long nanos;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong last = new AtomicLong(-1);
  private final long most;
  private long inARow;
  private long previous = System.nanoTime();

  private SlowServer(long millis, long most) throws IOException {
    this.most = most;
    this.workers = Executors.newFixedThreadPool(AT_ONCE);
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(this.workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that works on all requests at once, each for that long. */
  static SlowServer atOnce(long millis) throws IOException {
    return new SlowServer(millis, Long.MAX_VALUE);
  }

  /**
   * One that refuses what comes after that many requests, until none has come for two seconds. It
   * counts instead of measuring a rate, for a busy machine to make no difference.
   */
  static SlowServer refusingAfter(long requests) throws IOException {
    return new SlowServer(1, requests);
  }

  /** It is gone after that many requests. */
  void stopAfter(long requests) {
    last.set(requests);
  }

  /** Requests that it has begun to work on. */
  long received() {
    return received.get();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private synchronized boolean isTooMany() {
    long now = System.nanoTime();
    inARow = now - previous > TimeUnit.SECONDS.toNanos(2) ? 1 : inARow + 1;
    previous = now;
    return inARow > most;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (ids.get() == last.get()) {
      server.stop(0);
      return;
    }
    received.incrementAndGet();
    try (exchange) {
      if (isTooMany()) {
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
      long end = System.nanoTime() + nanos;
      for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        LockSupport.parkNanos(end - now);
      }
      Matcher text = TEXT.matcher(body);
      byte[] answer =
          "{\"message_id\":%d,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
              .formatted(ids.incrementAndGet(), text.find() ? text.group(1) : "")
              .getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** A target file that leads to it. */
  Path targetFile(Path folder) throws IOException {
    return LoadTargets.file(folder, "http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
