package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Keeps {@code corpus/links.yaml}: it hands out ids that nobody can guess, and knows no others.
 * Asked for something, it may answer otherwise.
 */
final class UserServer implements AutoCloseable {

  static final Path CONTRACT = Path.of("src/test/resources/corpus/links.yaml");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * An answer.
   *
   * @param order the number of an order that its header tells; 0 for none
   */
  record Answer(int status, JsonNode body, long order) {

    static Answer of(int status) {
      return new Answer(status, NODES.missingNode(), 0);
    }
  }

  private final HttpServer server;
  private final Map<String, UnaryOperator<Answer>> faults;
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * One that keeps the contract, but for those answers.
   *
   * @param faults by method and documented path, such as {@code GET /users/{id}}
   */
  UserServer(Map<String, UnaryOperator<Answer>> faults) throws IOException {
    this.faults = faults;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", this::handle);
    server.start();
  }

  /** A target file for it, and its contract with that change. */
  String target(Path folder, UnaryOperator<String> contract) throws IOException {
    Path file = folder.resolve("users.openapi.yaml");
    Files.writeString(file, contract.apply(Files.readString(CONTRACT)));
    return Files.writeString(
            folder.resolve("target.yaml"),
            "services:\n  users: { contract: users.openapi.yaml, baseUrl: 'http://127.0.0.1:%s' }\n"
                .formatted(server.getAddress().getPort()))
        .toString();
  }

  /** The answer without the id in its body. */
  static Answer withoutId(Answer right) {
    if (right.body() instanceof ObjectNode user) {
      user.remove("id");
    }
    return right;
  }

  /** Each request, such as {@code GET /users/ab?agent=x}, in the order of their arrival. */
  List<String> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    asked.add(method + " " + exchange.getRequestURI());
    String agent = exchange.getRequestHeaders().getFirst("X-Agent");
    Answer right = answer(method, path, sent, agent == null ? "" : agent);
    Answer answer = faults.getOrDefault(documented(method, path), same -> same).apply(right);
    if (answer.order() != 0) {
      exchange.getResponseHeaders().set("Order-Number", Long.toString(answer.order()));
    }
    byte[] body =
        answer.body().isMissingNode()
            ? new byte[0]
            : answer.body().toString().getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(
        answer.status(), body.length == 0 || method.equals("HEAD") ? -1 : body.length);
    if (!method.equals("HEAD")) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String documented(String method, String[] path) {
    String last = path.length == 4 ? "/orders" : "";
    String id = path.length > 2 ? path[1].equals("orders") ? "/{number}" : "/{id}" : "";
    return method + " /" + path[1] + id + last;
  }

  private Answer answer(String method, String[] path, String sent, String agent) {
    boolean users = path[1].equals("users");
    if (users && path.length == 2) {
      return method.equals("POST") ? created(sent) : Answer.of(405);
    }
    if (users && path.length == 3) {
      return ofUser(method, path[2], sent);
    }
    if (users && path.length == 4 && path[3].equals("orders")) {
      return ofOrders(method, path[2], agent);
    }
    if (path[1].equals("orders") && path.length == 3) {
      return !method.equals("GET")
          ? Answer.of(405)
          : owners.containsKey(path[2]) ? new Answer(200, order(path[2]), 0) : Answer.of(404);
    }
    return Answer.of(404);
  }

  private Answer created(String sent) {
    return name(sent)
        .map(
            name -> {
              String id = UUID.randomUUID().toString();
              names.put(id, name);
              return new Answer(201, user(id, name), 0);
            })
        .orElse(Answer.of(400));
  }

  private Answer ofUser(String method, String id, String sent) {
    boolean known = names.containsKey(id);
    return switch (method) {
      case "GET" -> known ? new Answer(200, user(id, names.get(id)), 0) : Answer.of(404);
      case "DELETE" -> Answer.of(names.remove(id) == null ? 404 : 204);
      case "PATCH" ->
          name(sent).isEmpty()
              ? Answer.of(400)
              : Answer.of(names.replace(id, name(sent).get()) == null ? 404 : 204);
      default -> Answer.of(405);
    };
  }

  private Answer ofOrders(String method, String id, String agent) {
    if (!names.containsKey(id)) {
      return Answer.of(404);
    }
    if (method.equals("GET")) {
      return new Answer(200, NODES.arrayNode(), 0);
    }
    if (!method.equals("POST")) {
      return Answer.of(405);
    }
    if (agent.length() < 3) {
      return Answer.of(400);
    }
    long number = UUID.randomUUID().getMostSignificantBits() >>> 20;
    owners.put(Long.toString(number), id);
    return new Answer(201, NODES.missingNode(), number);
  }

  private static Optional<String> name(String sent) {
    try {
      JsonNode name = JSON.readTree(sent).path("name");
      boolean valid =
          name.isTextual() && !name.textValue().isEmpty() && name.textValue().length() <= 60;
      return valid ? Optional.of(name.textValue()) : Optional.empty();
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  private static ObjectNode user(String id, String name) {
    return NODES.objectNode().put("id", id).put("name", name);
  }

  private static ObjectNode order(String number) {
    return NODES.objectNode().put("number", Long.parseLong(number));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
