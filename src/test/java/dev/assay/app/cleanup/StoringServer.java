package dev.assay.app.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A service that keeps messages and files, and lets them be removed: {@code DELETE /messages/ID}
 * and {@code DELETE /files?url=URL}. What it says of ids, and to removals, can be bent.
 */
public final class StoringServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = 1_000_000;

  /** Answers a removal instead of the server; null lets the server answer. */
  @FunctionalInterface
  public interface Gatekeeper {
    Integer status(String id) throws IOException;
  }

  private final ExecutorService workers = Executors.newFixedThreadPool(16);
  private final HttpServer http;
  private final AtomicInteger last = new AtomicInteger(FIRST);
  private final Map<String, String> messages = new ConcurrentSkipListMap<>();
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final List<String> removals = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<String> says = id -> id;
  private volatile Gatekeeper gatekeeper = id -> null;

  private StoringServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    http.setExecutor(workers);
    http.createContext("/", this::answer);
    http.start();
  }

  public static StoringServer start() throws IOException {
    return new StoringServer();
  }

  /** This server, which says another id than the true one. */
  public StoringServer saying(UnaryOperator<String> other) {
    says = other;
    return this;
  }

  /** This server, whose removals somebody else decides about. */
  public StoringServer guardedBy(Gatekeeper other) {
    gatekeeper = other;
    return this;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** The texts that it holds, by the ids of the messages. */
  public Map<String, String> messages() {
    return messages;
  }

  /** The names of the files that it holds, by their URLs. */
  public Map<String, String> files() {
    return files;
  }

  /** Each removal that it was asked for: method, path and query, and the credential. */
  public List<String> removals() {
    return removals;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      URI uri = exchange.getRequestURI();
      String line = exchange.getRequestMethod() + " " + uri.getRawPath();
      if (line.startsWith("DELETE ") || line.startsWith("POST /messages/")) {
        removed(exchange, uri);
      } else if (line.equals("POST /v1.0/log_message_from_user/")) {
        logged(exchange, JSON.readTree(sent));
      } else if (line.equals("POST /api/upload_file")) {
        uploaded(exchange, new String(sent, StandardCharsets.ISO_8859_1));
      } else if (line.equals("GET /list")) {
        ArrayNode list = JSON.createArrayNode();
        files.keySet().forEach(url -> list.addObject().put("text", "see " + url));
        send(exchange, 200, list);
      } else {
        send(exchange, 405, JSON.createObjectNode());
      }
    }
  }

  private void logged(HttpExchange exchange, JsonNode message) throws IOException {
    String id = Integer.toString(last.incrementAndGet());
    String text = message.path("message_body").asText();
    messages.put(id, text);
    ObjectNode answer = JSON.createObjectNode();
    String said = says.apply(id);
    if (said.matches("\\d+")) {
      answer.put("message_id", Long.parseLong(said));
    } else {
      answer.put("message_id", said);
    }
    answer.put("message_body", text).put("created_at", now());
    send(exchange, 200, answer.put("message_type", 0));
  }

  private static String now() {
    return OffsetDateTime.now(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT));
  }

  private void uploaded(HttpExchange exchange, String form) throws IOException {
    String url = uri() + "/assets/" + last.incrementAndGet() + ".pdf";
    files.put(url, form.replaceFirst("(?s).*filename=\"([^\"]*)\".*", "$1"));
    ObjectNode answer = JSON.createObjectNode().put("message", "File uploaded successfully");
    send(exchange, 200, answer.put("file_url", says.apply(url)));
  }

  private void removed(HttpExchange exchange, URI uri) throws IOException {
    removals.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                uri,
                exchange.getRequestHeaders().getFirst("Authorization")));
    String id =
        uri.getRawQuery() == null
            ? uri.getPath().replaceFirst("/messages/", "")
            : URLDecoder.decode(
                uri.getRawQuery().substring("url=".length()), StandardCharsets.UTF_8);
    Integer status = gatekeeper.status(id);
    boolean wasThere = status == null && (messages.remove(id) != null || files.remove(id) != null);
    send(exchange, status != null ? status : wasThere ? 204 : 404, JSON.createObjectNode());
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = status == 204 ? new byte[0] : JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }
}
