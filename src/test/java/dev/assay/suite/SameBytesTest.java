package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RunInfo;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.TcpProxy;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * The same seed sends the same requests, byte for byte, as a server on a plain socket sees them.
 */
class SameBytesTest {

  private static final int LONGEST = 100_000;
  private static final List<String> PREFIXES =
      List.of("log-message", "log-file/200", "log-file/401", "upload-file/200", "upload-file/400");

  @Test
  void with_rest_assured() throws Exception {
    assertSame(ServiceClient::overRestAssured);
  }

  @Test
  void with_apache_http_client() throws Exception {
    assertSame(ServiceClient::overApache);
  }

  private static void assertSame(Client.Factory maker) throws Exception {
    try (MockServer mock = MockServer.start(TestAccounts.sample());
        TcpProxy proxy = new TcpProxy(mock.baseUri())) {
      Set<String> seen = ConcurrentHashMap.newKeySet();
      try (RawServer server = recording(proxy, seen)) {
        Set<String> first = sent(server, 7, maker, seen);
        Set<String> again = sent(server, 7, maker, seen);
        Set<String> other = sent(server, 8, maker, seen);
        assertThat(first).hasSizeGreaterThan(100);
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
      }
    }
  }

  private static Set<String> sent(
      RawServer server, long seed, Client.Factory maker, Set<String> seen)
      throws InterruptedException {
    seen.clear();
    Target target = EmbeddedTarget.at(server.uri(), TestAccounts.sample());
    List<ServiceSuite> suites =
        ServiceSuites.of(target, new TestData(seed)).stream()
            .map(suite -> suite.selected(PREFIXES))
            .toList();
    new SuiteRunner(target, Progress.NONE, maker)
        .run(suites, RunInfo.starting("1", target.name()), false);
    server.awaitAllClosed();
    return Set.copyOf(seen);
  }

  /**
   * Keeps what came over each connection but the longest, of which a server that refuses early sees
   * now more and now less. Every connection is closed after its first request.
   */
  private static RawServer recording(TcpProxy proxy, Set<String> seen) throws IOException {
    return RawServer.start(
        (connection, n) -> {
          ByteArrayOutputStream request = new ByteArrayOutputStream();
          try {
            proxy.connect(connection, onwards -> noting(request, onwards), onwards -> onwards);
          } finally {
            if (request.size() < LONGEST) {
              seen.add(request.toString(StandardCharsets.ISO_8859_1));
            }
          }
        });
  }

  private static TcpProxy.Pipe noting(ByteArrayOutputStream request, TcpProxy.Pipe onwards) {
    TcpProxy.Pipe once = TcpProxy.once(onwards);
    return bytes -> {
      request.writeBytes(bytes);
      once.take(bytes);
    };
  }
}
