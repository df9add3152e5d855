package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A stock that takes a user with a password, or a key in the query, or one in a cookie, and nobody
 * who shows two of them.
 */
@Tag("slow")
class SecurityAlternativesSelfTest {

  private static final String PASSWORD = "Päss:Canary-1";
  private static final String LOGIN = "jo:" + PASSWORD;
  private static final String KEY = "Key-Canary-2";
  private static final List<String> SECRETS = List.of("ss:Canary-1", encoded(LOGIN), KEY);

  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: { title: A stock, version: 1.0.0 }
      security: [{ login: [] }, { query: [] }, { cookie: [] }]
      x-target:
        login: { secret: true, required: false, says: Who may look. }
        stockKey: { secret: true, required: false, says: A key for the query. }
        visit: { secret: true, required: false, says: A key for the cookie. }
      paths:
        /stock:
          get:
            operationId: read-stock
            responses:
              "200":
                description: What is there.
                content:
                  application/json:
                    schema: { type: object, required: [items], properties: { items: { type: integer } } }
              "401":
                description: Nobody knows who asks.
                content:
                  application/json:
                    schema: { type: object, required: [problem], properties: { problem: { type: string } } }
        /hours:
          get:
            operationId: read-hours
            security: [{}, { query: [] }]
            responses:
              "200": { description: Open at all times. }
      components:
        securitySchemes:
          login: { type: http, scheme: basic, x-value: login }
          query: { type: apiKey, in: query, name: key, x-value: stockKey }
          cookie: { type: apiKey, in: cookie, name: visit, x-value: visit }
      """;

  @TempDir private Path folder;
  private HttpServer server;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  private static String encoded(String login) {
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    List<String> who = who(exchange);
    boolean known = who.size() == 1 && !who.get(0).equals("stranger");
    if (!exchange.getRequestMethod().equals("GET")) {
      say(exchange, 405, "{\"problem\": \"only GET\"}");
    } else if (path.equals("/hours")) {
      exchange.sendResponseHeaders(200, -1);
    } else if (!path.equals("/stock")) {
      say(exchange, 404, "{\"problem\": \"nothing here\"}");
    } else {
      shown.add(String.join(" and ", who));
      say(
          exchange,
          known ? 200 : 401,
          known ? "{\"items\": 3}" : "{\"problem\": \"who are you?\"}");
    }
    exchange.close();
  }

  private static List<String> who(HttpExchange exchange) {
    List<String> who = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .getOrDefault("Authorization", List.of())
        .forEach(
            header ->
                who.add(
                    header.matches("(?i)basic +\\Q" + encoded(LOGIN) + "\\E")
                        ? "login"
                        : "stranger"));
    exchange
        .getRequestHeaders()
        .getOrDefault("Cookie", List.of())
        .forEach(cookie -> who.add(cookie.equals("visit=" + KEY) ? "cookie" : "stranger"));
    String query = exchange.getRequestURI().getQuery();
    if (query != null && query.contains("key=")) {
      who.add(query.equals("key=" + KEY) ? "query" : "stranger");
    }
    return who;
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private Outcome assay(String given, String... command) throws Exception {
    Files.writeString(folder.resolve("stock.openapi.yaml"), CONTRACT);
    Path target =
        Files.writeString(
            folder.resolve("t.yaml"),
            """
            name: t
            services:
              stock:
                contract: stock.openapi.yaml
                baseUrl: http://127.0.0.1:%s
            %s
            limits: { load: { allowed: true, maxRequestsPerSecond: 50, maxTotalBytes: 1MB } }
            """
                .formatted(
                    server.getAddress().getPort(),
                    given.lines().map(line -> "    " + line).collect(Collectors.joining("\n"))));
    Path variables =
        Files.writeString(
            folder.resolve("t.env"), "PASSWORD='%s'\nKEY=%s\n".formatted(PASSWORD, KEY));
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--target", target.toString(), "--env-file", variables.toString()));
    return Outcome.ofMeasurement(all.toArray(String[]::new));
  }

  private static final Map<String, String> GIVEN =
      Map.of(
          "login", "login: { user: jo, password: \"${PASSWORD}\" }",
          "query", "stockKey: ${KEY}",
          "cookie", "visit: ${KEY}");

  @ParameterizedTest(name = "{0}")
  @CsvSource({"login, login", "query, query", "cookie, cookie", "query login cookie, login"})
  void the_first_alternative_that_the_target_gives_is_sent_and_no_other(String given, String sent)
      throws Exception {
    String lines =
        List.of(given.split(" ")).stream().map(GIVEN::get).collect(Collectors.joining("\n"));
    Path report = folder.resolve("report");
    Outcome contract = assay(lines, "contract", "--strict", "--report", report.toString());
    assertThat(contract.exitCode()).as(contract.out() + contract.err()).isZero();
    assertThat(shown).contains(sent, "", "stranger").doesNotContain("login and query");
    assertThat(shown).filteredOn(who -> GIVEN.containsKey(who)).containsExactly(sent);
    Outcome doctor = assay(lines, "doctor");
    assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
    assertThat(contract.out() + doctor.out()).doesNotContain(SECRETS);
    Staging.assertNoneIn(report, SECRETS);
  }

  @Test
  void a_user_with_a_password_is_sent_under_load_too() throws Exception {
    Path report = folder.resolve("report");
    Outcome load =
        assay(
            GIVEN.get("login"),
            "load",
            "read-stock",
            "--rate",
            "10",
            "--duration",
            "2s",
            "--report",
            report.toString());
    assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
    assertThat(shown).containsExactly("login");
    assertThat(Files.readString(Path.of("docs/targets.md"))).contains(GIVEN.get("login"));
    Staging.assertNoneIn(report, SECRETS);
  }
}
