package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The services that the commands of the pages are about, on this machine: staging and its
 * successor, both with a target file as the example is filled in, and somebody's own, with an
 * OpenAPI file.
 */
final class DocumentedServices implements AutoCloseable {

  private static final String OPENAPI =
      """
      openapi: 3.0.3
      info: { title: Things, version: "1" }
      paths:
        /things:
          get:
            operationId: listThings
            responses:
              "200":
                description: all of them
                content: { application/json: { schema: { type: array, items: { type: string } } } }
      """;

  private static final String CREDENTIALS =
      """
      HAPTIK_TOKEN=%s
      HAPTIK_CLIENT_ID=%s
      HAPTIK_USER=%s
      ROOMS_TOKEN=%s
      ROOMS_ORPHAN=%s
      """;

  private final MockServer staging = MockServer.start(TestAccounts.sample());
  private final MockServer next = MockServer.start(TestAccounts.sample());
  private final HttpServer own;

  DocumentedServices() throws IOException {
    own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    own.createContext("/", DocumentedServices::answer);
    own.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      boolean found = exchange.getRequestURI().getPath().equals("/things");
      if (!found || !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(found ? 405 : 404, -1);
        return;
      }
      byte[] body = "[\"one\"]".getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Puts into a folder what people have there whom the pages tell what to type. */
  void layInto(Path folder) throws IOException {
    target(folder.resolve("staging.yaml"), staging.baseUri());
    target(folder.resolve("next.yaml"), next.baseUri());
    TestAccounts who = TestAccounts.sample();
    String credentials =
        CREDENTIALS.formatted(
            who.haptikToken(),
            who.clientId(),
            who.registeredUser(),
            who.roomsToken(),
            who.orphanToken());
    Files.writeString(folder.resolve(".env"), credentials);
    Files.writeString(folder.resolve("staging.env"), "# all is in the other\n");
    Files.writeString(folder.resolve("openapi.yaml"), OPENAPI);
  }

  /** The example, copied and filled in. */
  private static void target(Path file, URI uri) throws IOException {
    String example = Files.readString(Path.of("contracts/targets/example.yaml"));
    Files.writeString(
        file,
        example
            .replaceAll("baseUrl: https://\\S+", "baseUrl: " + uri)
            .replaceAll("(?m)^ +(foreignToken|requestsPerSecond): .*\\n", "")
            .replace("name: example", "name: " + file.getFileName().toString().replace(".yaml", ""))
            .replaceAll("load: \\{.*}", "load: { allowed: true, maxRequestsPerSecond: 1000 }"));
  }

  /** The command, about these services and in that folder; short where it would take long. */
  List<String> shortened(DocumentedCommand command, Path folder) {
    List<String> words = new ArrayList<>();
    for (String word : command.arguments()) {
      words.add(here(word, folder));
    }
    words.addAll(more(command, folder));
    return words;
  }

  private String here(String word, Path folder) {
    return switch (word) {
      case "staging", "next" -> folder.resolve(word + ".yaml").toString();
      case "openapi.yaml", "openapi.target.yaml", ".env", "staging.env" ->
          folder.resolve(word).toString();
      case "http://127.0.0.1:8080" -> "http://127.0.0.1:" + own.getAddress().getPort();
      default ->
          word.matches("(reports|contracts/baselines)/.*") ? folder.resolve(word).toString() : word;
    };
  }

  private static List<String> more(DocumentedCommand command, Path folder) {
    List<String> more = new ArrayList<>();
    switch (command.arguments().get(0)) {
      case "init" -> more.addAll(List.of("--out", folder.toString()));
      case "load" -> more.addAll(command.has("--plan") ? List.of() : List.of("--plan"));
      case "contract", "cutover", "prove" -> {
        if (!command.has("--report")) {
          more.addAll(List.of("--report", folder.resolve("report").toString()));
        }
      }
      default -> {}
    }
    if (command.isOf("cutover") || (command.isOf("contract") && command.has("staging"))) {
      more.addAll(List.of("--select", "log-message/401/missing-header"));
    }
    if (command.has("staging") && !command.has("--env-file")) {
      more.addAll(List.of("--env-file", folder.resolve(".env").toString()));
    }
    return more;
  }

  @Override
  public void close() {
    staging.close();
    next.close();
    own.stop(0);
  }
}
