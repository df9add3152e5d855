package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load run says when the service, the network or the machine is not as it should be. */
@Tag("slow")
class LoadFaultsSelfTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;

  private Outcome load(Path target, String rate, String duration) {
    return Outcome.ofCommand(
        "load",
        "message",
        "--rate",
        rate,
        "--duration",
        duration,
        "--target",
        target.toString(),
        "--report",
        folder.resolve("report").toString());
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report/load.json").toFile());
  }

  @Test
  void a_request_on_a_kept_connection_that_was_closed_is_not_sent_twice() throws IOException {
    try (FickleServer server = FickleServer.start()) {
      Outcome outcome =
          load(LoadTargets.file(folder, "http://127.0.0.1:" + server.port()), "20", "2s");
      JsonNode request = json().path("requests").path(0);
      assertThat(json().path("generator").path("sent").asLong())
          .as(outcome.out() + outcome.err())
          .isEqualTo(server.received());
      assertThat(
              request
                  .path("failures")
                  .path("no answer: connection closed before an answer")
                  .asLong())
          .isPositive()
          .isEqualTo(request.path("failed").asLong());
    }
  }

  @Test
  void nothing_but_the_target_is_connected_to() throws IOException {
    try (SlowServer server = SlowServer.atOnce(5)) {
      Path target = server.targetFile(folder);
      try (Sockets sockets = Sockets.watch("io.gatling.app.Gatling")) {
        Outcome outcome = load(target, "20", "3s");
        assertThat(json().path("generator").path("sent").asLong())
            .as(outcome.out() + outcome.err())
            .isEqualTo(100);
        assertThat(sockets.remotes()).containsExactly("127.0.0.1:" + server.port());
      }
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_trusted() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      Path target = LoadTargets.file(folder, "https://localhost:" + server.getAddress().getPort());
      Outcome outcome = load(target, "10", "2s");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out()).contains("× no answer: the TLS connection failed");
      assertThat(json().path("outcome").asText()).isEqualTo("invalid");
    } finally {
      server.stop(0);
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path store = folder.resolve("self-signed.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "self",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void a_service_that_dies_during_the_run_is_told() throws IOException {
    try (SlowServer server = SlowServer.atOnce(5)) {
      Path target = server.targetFile(folder);
      server.stopAfter(60);
      Outcome outcome = load(target, "30", "6s");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("the run was stopped because")
          .contains("no answer: connection refused")
          .contains("PARTIAL");
    }
  }
}
