package dev.assay.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers messages to Haptik as a script says, and remembers what it was given. */
final class AnsweringServer implements AutoCloseable {

  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");

  /** What is answered to the request of that number, counted from 1. */
  @FunctionalInterface
  interface Script {
    Answer to(long number, String receipt);
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer json(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }
  }

  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final HttpServer server;
  private final Script script;
  private final AtomicLong received = new AtomicLong();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  private AnsweringServer(Script script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  static AnsweringServer start(Script script) throws IOException {
    return new AnsweringServer(script);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Host and port. */
  String authority() {
    return uri().getRawAuthority();
  }

  long received() {
    return received.get();
  }

  /** The credentials that it was given. */
  List<String> authorizations() {
    return authorizations;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      long number = received.incrementAndGet();
      Answer answer = script.to(number, receipt(number, sent));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String receipt(long id, String sent) {
    Matcher text = TEXT.matcher(sent);
    return "{\"message_id\":%d,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
        .formatted(id, text.find() ? text.group(1) : "");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
