package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.Targets;
import dev.assay.exchange.Certificates;
import dev.assay.exchange.HttpProxy;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.TcpProxy;
import dev.assay.mock.MockServer;
import dev.assay.mock.StandIn;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mock as staging often is: behind a gateway that asks for a certificate of an authority of its
 * own and for a key, under a name that resolves nowhere, beyond a proxy that asks who one is, with
 * tokens that live for five seconds.
 */
final class Staging implements AutoCloseable {

  static final String NAME = "api.corp.test";

  /** What must be seen nowhere. */
  static final List<String> CANARIES =
      List.of("Proxy-Canary-1", "Key-Canary-2", "Client-Canary-3", "Gateway-Canary-4");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PROXY_PW", CANARIES.get(0),
          "KEY_PW", CANARIES.get(1),
          "SECRET", CANARIES.get(2),
          "GATEWAY_KEY", CANARIES.get(3));

  private static final String NO_KEY =
      """
      HTTP/1.1 401 X
      Content-Type: application/json
      Content-Length: 41
      Connection: close

      {"message":"No API key found in request"}\
      """
          .replace("\n", "\r\n");

  private final Path folder;
  private final MockServer mock;
  private final MockServer nextMock;
  private final RawServer gateway;
  private final RawServer nextGateway;
  private final HttpProxy proxy;
  private final ShortTokens haptikTokens;
  private final ShortTokens roomsTokens;
  private final RawServer haptikTokenEndpoint;
  private final RawServer roomsTokenEndpoint;

  private Staging(Path folder, Certificates certificates) throws Exception {
    this.folder = folder;
    haptikTokens = new ShortTokens(TestAccounts.sample().haptikToken());
    roomsTokens = new ShortTokens(TestAccounts.sample().roomsToken());
    haptikTokenEndpoint = haptikTokens.endpoint();
    roomsTokenEndpoint = roomsTokens.endpoint();
    StandIn services = ShortTokens.takenBy(List.of(haptikTokens, roomsTokens));
    mock = MockServer.startOneOf(2, TestAccounts.sample(), services);
    nextMock = MockServer.startOneOf(2, TestAccounts.sample(), services);
    certificates.authority();
    certificates.certificate("client");
    certificates.key(CANARIES.get(1));
    gateway = gateway(certificates, mock);
    nextGateway = gateway(certificates, nextMock);
    proxy =
        HttpProxy.guarded(
            "jo:" + CANARIES.get(0),
            Map.of(
                "127.0.0.9:443",
                gateway.uri(),
                "127.0.0.8:443",
                nextGateway.uri(),
                authority(mock.baseUri()),
                mock.baseUri(),
                authority(nextMock.baseUri()),
                nextMock.baseUri(),
                authority(haptikTokenEndpoint.uri()),
                haptikTokenEndpoint.uri(),
                authority(roomsTokenEndpoint.uri()),
                roomsTokenEndpoint.uri()));
  }

  /** Starts all of it; files lie in that folder. */
  static Staging in(Path folder) throws Exception {
    return new Staging(folder, Certificates.in(folder));
  }

  private static RawServer gateway(Certificates certificates, MockServer mock) throws Exception {
    return RawServer.startMutualTls(
        certificates.signed("named", "-ext", "san=dns:" + NAME), askingForKey(mock.baseUri()));
  }

  /** What lets through to that service whoever has the key. */
  static RawServer.Script askingForKey(URI service) {
    return (connection, n) -> {
      String head = connection.readHead();
      if (head != null && head.contains("x-api-key: " + CANARIES.get(3))) {
        try (TcpProxy onwards = new TcpProxy(service)) {
          onwards.connect(connection, pipe -> begunWith(head, pipe), pipe -> pipe);
        }
      } else if (head != null) {
        connection.write(NO_KEY);
      }
    };
  }

  private static TcpProxy.Pipe begunWith(String head, TcpProxy.Pipe onwards) {
    try {
      onwards.take(head.getBytes(StandardCharsets.ISO_8859_1));
      return onwards;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command with the variables that the target files take. */
  Outcome assay(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--env-file", environment().toString()));
    return Outcome.ofMeasurement(all.toArray(String[]::new));
  }

  /** Targets whose files take these variables. */
  Targets targets() throws IOException {
    return Targets.ofThisProcess().with(List.of(environment()));
  }

  /** That no file of a report shows what must be seen nowhere, or a token that was fetched. */
  void assertNoSecretIn(Path report) throws IOException {
    List<String> all = new ArrayList<>(CANARIES);
    all.addAll(haptikTokens.issued().keySet());
    all.addAll(roomsTokens.issued().keySet());
    assertNoneIn(report, all);
  }

  /** That no file of a report shows any of these. */
  static void assertNoneIn(Path report, List<String> secrets) throws IOException {
    List<Path> written;
    try (Stream<Path> files = Files.walk(report)) {
      written = files.filter(Files::isRegularFile).toList();
    }
    assertThat(written).isNotEmpty();
    for (Path file : written) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(secrets);
    }
  }

  /** A file with the variables that its target files take. */
  private Path environment() throws IOException {
    Map<String, String> variables = new TreeMap<>(ENVIRONMENT);
    variables.put("CLIENT_ID", TestAccounts.sample().clientId());
    return Files.writeString(
        folder.resolve("staging.env"),
        variables.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  static String authority(URI uri) {
    return uri.getHost() + ":" + uri.getPort();
  }

  /** What a service's part of the target file says of the way, by its key. */
  private Map<String, String> way(RawServer tokens) {
    Map<String, String> way = new LinkedHashMap<>();
    way.put("connectTo", "127.0.0.9:443");
    way.put("proxy", "\"http://jo:${PROXY_PW}@127.0.0.1:%s\"".formatted(proxy.port()));
    way.put(
        "tls",
        "{ trust: ca.pem, certificate: client.pem, key: leaf-encrypted.key, keyPassword:"
            + " \"${KEY_PW}\" }");
    way.put("headers", "{ x-api-key: \"${GATEWAY_KEY}\" }");
    way.put(
        "auth",
        "{ oauth2: { tokenUrl: \"%s/token\", clientId: me, clientSecret: \"${SECRET}\" } }"
            .formatted(tokens.uri()));
    return way;
  }

  /**
   * A target file.
   *
   * @param name of the target
   * @param changes keys of the way that are something else; empty to leave one out
   */
  Path file(String name, Map<String, String> changes) throws IOException {
    TestAccounts who = TestAccounts.sample();
    List<String> lines = new ArrayList<>(List.of("name: " + name, "services:"));
    lines.addAll(service("haptik", haptikTokenEndpoint, changes));
    lines.add("    clientId: " + "${CLIENT_ID}");
    lines.add("    businessId: " + who.businessId());
    lines.add("    registeredUser: " + who.registeredUser());
    lines.addAll(service("rooms", roomsTokenEndpoint, changes));
    lines.add("    memberRoom: " + who.memberRoom());
    lines.add("    foreignRoom: " + who.foreignRoom());
    lines.add("fileHosts: [127.0.0.1]");
    lines.add("limits: { timeoutSeconds: 10, requestsPerSecond: 500,");
    lines.add("  load: { allowed: true, maxRequestsPerSecond: 50, maxTotalBytes: 1GiB } }");
    return Files.write(folder.resolve(name + ".yaml"), lines);
  }

  private List<String> service(String service, RawServer tokens, Map<String, String> changes) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + service + ":");
    lines.add("    baseUrl: https://" + NAME);
    Map<String, String> way = way(tokens);
    way.putAll(changes);
    way.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            lines.add("    " + key + ": " + value);
          }
        });
    return lines;
  }

  int proxyPort() {
    return proxy.port();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    haptikTokenEndpoint.close();
    roomsTokenEndpoint.close();
    gateway.close();
    nextGateway.close();
    mock.close();
    nextMock.close();
  }
}
