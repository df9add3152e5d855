package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A proof speaks for contract runs only because both put the same on the wire, but for the order of
 * headers of different names, which means nothing (RFC 9110, section 5.3).
 */
class SameRequestsTest {

  private static final long MOST_BYTES = 1 << 16;
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8);

  private static List<Request> requests() {
    Target target = EmbeddedTarget.planned();
    return ServiceSuites.of(target, new TestData(1)).stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(suite -> suite.cases().stream())
        .flatMap(c -> c.interaction().planned().stream())
        .filter(request -> request.body().size() < MOST_BYTES)
        .filter(request -> request.framing() == Request.Framing.SIZED)
        .distinct()
        .toList();
  }

  @Test
  void rest_assured_and_the_engine_below_it_send_the_same() throws IOException {
    List<Request> requests = requests();
    assertThat(requests).hasSizeGreaterThan(300);
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI here = URI.create("http://127.0.0.1:" + listener.getLocalPort());
      ServiceAccess access =
          ServiceAccess.direct(
              here, EmbeddedTarget.planned().service("haptik").orElseThrow().secrets());
      try (Client assured =
              ServiceClient.overRestAssured(access, EmbeddedTarget.planned().limits());
          Client bare = ServiceClient.overApache(access, EmbeddedTarget.planned().limits())) {
        for (Request request : requests) {
          Request toHere = request.withUri(here.resolve(request.uri().getRawPath()));
          assertThat(sent(bare, toHere, listener))
              .as("%s %s %s", request.method(), request.uri(), request.headers())
              .isEqualTo(sent(assured, toHere, listener));
        }
      }
    }
  }

  private static String sent(Client client, Request request, ServerSocket listener) {
    CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> heard(listener));
    client.send(request);
    return heard.join();
  }

  private static String heard(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      String all = whole(socket.getInputStream());
      socket.getOutputStream().write(ANSWER);
      return all;
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String whole(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      bytes.write(in.read());
    }
    String head = bytes.toString(StandardCharsets.ISO_8859_1);
    String body = new String(in.readNBytes(length(head)), StandardCharsets.ISO_8859_1);
    return head.lines().skip(1).sorted().collect(Collectors.joining("\n", first(head), body));
  }

  private static String first(String head) {
    return head.lines().findFirst().orElse("") + "\n";
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
