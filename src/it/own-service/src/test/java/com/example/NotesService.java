package com.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** My service, which keeps notes; yours is started as you start it. */
final class NotesService {

  static final String TOKEN = "reader-4711";

  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;

  private NotesService(HttpServer server) {
    this.server = server;
  }

  static NotesService start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    NotesService notes = new NotesService(server);
    server.createContext("/", notes::handle);
    server.start();
    return notes;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (!exchange.getRequestURI().getPath().equals("/notes")) {
        answer(exchange, 404, "{\"error\": \"nothing is here\"}");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "{\"error\": \"notes are only added\"}");
      } else if (!("Bearer " + TOKEN).equals(token)) {
        answer(exchange, 401, "{\"error\": \"no valid token\"}");
      } else {
        add(exchange, body);
      }
    }
  }

  private void add(HttpExchange exchange, String body) throws IOException {
    Object text = null;
    try {
      text = JsonPath.from(body).get("text");
    } catch (RuntimeException e) {
      // no JSON object
    }
    if (text instanceof String) {
      answer(
          exchange,
          201,
          "{\"id\": " + ids.incrementAndGet() + ", \"text\": " + quoted((String) text) + "}");
    } else {
      answer(exchange, 400, "{\"error\": \"text is missing\"}");
    }
  }

  /** As a JSON string. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            each ->
                json.append(
                    each < ' ' || each == '"' || each == '\\' || Character.isSurrogate((char) each)
                        ? String.format("\\u%04x", each)
                        : String.valueOf((char) each)));
    return json.append('"').toString();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
