package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A request that is shown beside a refusal, by one name, leads to it and is no documented success.
 */
class ErrorExamplesTest {

  private static final Path CONTRACT = Path.of("src/test/resources/corpus/refusals.yaml");

  @TempDir private Path folder;
  private HttpServer server;

  private record Answer(int status, String body) {}

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Checks what answers requests for one account so, and adds accounts as the contract says. */
  private Outcome checked(Function<String, Answer> byTenantAndId, boolean keepsAddresses)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String sent =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String path = exchange.getRequestURI().getPath();
          String asked = exchange.getRequestMethod() + " " + path;
          Answer answer = new Answer(405, "{\"error\":\"no\"}");
          if (asked.equals("POST /accounts")) {
            answer = added(sent, keepsAddresses);
          } else if (asked.startsWith("GET /accounts/")) {
            String tenant = exchange.getRequestHeaders().getFirst("X-Tenant");
            answer = byTenantAndId.apply(tenant + " " + path.substring("/accounts/".length()));
          } else if (!path.startsWith("/accounts")) {
            answer = new Answer(404, "");
          }
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    Path target =
        Files.writeString(
            folder.resolve("target.yaml"),
            "services:\n  accounts: { contract: '%s', baseUrl: 'http://127.0.0.1:%s' }\n"
                .formatted(CONTRACT.toAbsolutePath(), server.getAddress().getPort()));
    return Outcome.of(folder.resolve("report"), "--target", target.toString());
  }

  private static Answer added(String sent, boolean keepsAddresses) {
    if (!sent.contains("\"email\":\"") || !sent.contains("@") || sent.contains("\"name\":4711")) {
      return new Answer(400, "{\"error\":\"wrong\"}");
    }
    return keepsAddresses && sent.contains("anna@example.com")
        ? new Answer(409, "{\"error\":\"This address is taken.\"}")
        : new Answer(201, "{\"id\":1}");
  }

  private static Answer account(String tenantAndId) {
    if (tenantAndId.startsWith("another-tenant ")) {
      return new Answer(403, "{\"error\":\"Not yours.\"}");
    }
    return tenantAndId.endsWith(" 404")
        ? new Answer(404, "{\"error\":\"Nobody has this id.\"}")
        : new Answer(200, "{\"id\":1,\"email\":\"a@b.test\"}");
  }

  @Test
  void whoever_refuses_what_is_shown_so_keeps_the_contract() throws IOException {
    Outcome outcome = checked(ErrorExamplesTest::account, true);
    assertThat(outcome.out())
        .contains("✔ the example taken is refused with 409")
        .contains("✔ the example nobody is refused with 404")
        .contains("✔ the example foreign is refused with 403")
        .doesNotContain("the example free")
        .doesNotContain("read-account/200/plain");
  }

  @Test
  void whoever_accepts_what_is_shown_beside_a_refusal_is_warned() throws IOException {
    Outcome outcome = checked(id -> new Answer(200, "{\"id\":1,\"email\":\"a@b.test\"}"), false);
    assertThat(outcome.out())
        .contains("⚠ the example taken is refused with 409")
        .contains("⚠ the example nobody is refused with 404")
        .contains("⚠ the example foreign is refused with 403");
  }

  @Test
  void a_documented_refusal_of_made_up_values_blames_nobody() throws IOException {
    Outcome outcome = checked(id -> new Answer(404, "{\"error\":\"Nobody has this id.\"}"), true);
    assertThat(outcome.out())
        .contains("! the documented request is accepted  read-account/200/plain")
        .contains("refuses the documented request with 404")
        .contains("give values that it knows");
  }
}
