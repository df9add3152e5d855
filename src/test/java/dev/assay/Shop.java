package dev.assay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small shop, written from {@code src/test/fifth-service/shop.openapi.yaml} and from nothing of
 * Assay's. It can have one fault.
 */
public final class Shop implements AutoCloseable {

  public static final String KEY = "open-sesame-4711";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it gets wrong. */
  public enum Fault {
    NOTHING,
    ORDERS_WITH_ONE_NUMBER,
    ITEMS_TRIMMED,
    KEY_NOT_COMPARED_WHOLE,
    READING_NEEDS_NO_KEY,
    CANCELLED_WITH_200,
    ITEM_NOT_NEEDED,
    NO_GIFTS
  }

  private final Fault fault;
  private final AtomicLong orders = new AtomicLong(1_000);
  private final AtomicLong cancelled = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  /** One that listens on a free port of the loopback interface. */
  public Shop(Fault fault) throws IOException {
    this.fault = fault;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/v1/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** How many orders it was asked to cancel, by somebody with its key. */
  public long cancelled() {
    return cancelled.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      answer(exchange, body);
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    URI uri = exchange.getRequestURI();
    boolean order = uri.getPath().equals("/v1/branches/old town/orders/17");
    String method = exchange.getRequestMethod();
    if (!hasKey(exchange) && !(fault == Fault.READING_NEEDS_NO_KEY && method.equals("GET"))) {
      problem(exchange, 401, "no valid key");
    } else if (uri.getPath().equals("/v1/orders") && method.equals("POST")) {
      place(exchange, body);
    } else if (order && method.equals("GET")) {
      answer(exchange, 200, object().put("order", 17).put("state", "sent"));
    } else if (order && method.equals("DELETE")) {
      cancelled.incrementAndGet();
      exchange.sendResponseHeaders(fault == Fault.CANCELLED_WITH_200 ? 200 : 204, -1);
    } else {
      problem(exchange, 404, "nothing is here");
    }
  }

  private boolean hasKey(HttpExchange exchange) {
    List<String> keys = exchange.getRequestHeaders().getOrDefault("X-Shop-Key", List.of());
    return keys.size() == 1
        && (fault == Fault.KEY_NOT_COMPARED_WHOLE
            ? keys.get(0).startsWith(KEY.substring(0, 4))
            : keys.get(0).equals(KEY));
  }

  private void place(HttpExchange exchange, byte[] body) throws IOException {
    JsonNode order;
    try {
      order = JSON.readTree(body);
    } catch (IOException e) {
      problem(exchange, 400, "that is no JSON");
      return;
    }
    boolean gift = order.path("wrapping").asText().equals("gift");
    if (!order.path("item").isTextual() && fault != Fault.ITEM_NOT_NEEDED) {
      problem(exchange, 400, "item is missing");
    } else if (!order.path("branch").isTextual()) {
      problem(exchange, 400, "branch is missing");
    } else if (fault == Fault.NO_GIFTS && gift) {
      problem(exchange, 422, "no gifts");
    } else {
      String item = order.path("item").asText();
      answer(
          exchange,
          201,
          object()
              .put("order", fault == Fault.ORDERS_WITH_ONE_NUMBER ? 1 : orders.getAndIncrement())
              .put("item", fault == Fault.ITEMS_TRIMMED ? item.strip() : item)
              .put("placed_at", Instant.now().toString())
              .put("state", "open"));
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void problem(HttpExchange exchange, int status, String text) throws IOException {
    answer(exchange, status, object().put("problem", text));
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode json)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
