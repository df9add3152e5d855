package dev.assay.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.exchange.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.Principals;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as documented, each request after a delay that is known beforehand; keeps nothing. */
final class BenchServer implements AutoCloseable {

  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");
  private static final String RECEIPT =
      "{\"message_id\":%d,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}";
  private static final String UPLOADED =
      "{\"message\":\"File uploaded\",\"file_url\":\"http://127.0.0.1/%d\"}";
  private static final int BUFFER = 1 << 16;

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Delay delay;
  private final AtomicLong numbers = new AtomicLong();

  /** How long a request is worked on. */
  interface Delay {
    /** In nanoseconds, of the request of that number, from 0. */
    long nanos(long number);
  }

  private BenchServer(HttpServer server, Delay delay) {
    this.server = server;
    this.delay = delay;
  }

  static BenchServer answering(Delay delay) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    BenchServer server = new BenchServer(http, delay);
    http.setExecutor(server.workers);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  Target target() {
    return EmbeddedTarget.at(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Principals.sample());
  }

  private void answer(HttpExchange exchange) throws IOException {
    long number = numbers.getAndIncrement();
    long end = System.nanoTime() + delay.nanos(number);
    try (exchange) {
      byte[] answer = answer(exchange, number).getBytes(StandardCharsets.US_ASCII);
      for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        LockSupport.parkNanos(end - now);
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String answer(HttpExchange exchange, long number) throws IOException {
    InputStream body = exchange.getRequestBody();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      byte[] buffer = new byte[BUFFER];
      while (body.read(buffer) >= 0) {
        // nothing is kept
      }
      return UPLOADED.formatted(number);
    }
    Matcher text = TEXT.matcher(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
    return RECEIPT.formatted(number + 1, text.find() ? text.group(1) : "");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
