package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.app.Targets;
import dev.assay.app.gate.QuickGate;
import dev.assay.exchange.Certificates;
import dev.assay.exchange.HttpProxy;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.TcpProxy;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each part of the way to {@link Staging}, where it is the only one. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LonePartSelfTest {

  private static final TestAccounts WHO = TestAccounts.sample();

  private final List<AutoCloseable> started = new ArrayList<>();
  private Path folder;
  private Path plain;

  enum Part {
    PROXY,
    CONNECT_TO,
    TLS,
    HEADERS,
    AUTH
  }

  private MockServer mock;
  private HttpProxy proxy;
  private RawServer mutualTls;
  private RawServer keyed;
  private RawServer tokens;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Certificates certificates = Certificates.in(folder);
    certificates.authority();
    certificates.certificate("client");
    certificates.key(Staging.CANARIES.get(1));
    ShortTokens shortTokens = new ShortTokens(WHO.roomsToken());
    mock = started(MockServer.startOneOf(2, WHO, ShortTokens.takenBy(List.of(shortTokens))));
    URI service = mock.baseUri();
    proxy =
        started(
            HttpProxy.open(
                Map.of(Staging.NAME + ":80", service, Staging.authority(service), service)));
    mutualTls =
        started(
            RawServer.startMutualTls(
                certificates.signed("local", "-ext", "san=dns:localhost"),
                (connection, n) -> {
                  try (TcpProxy onwards = new TcpProxy(service)) {
                    onwards.connect(connection, pipe -> pipe, pipe -> pipe);
                  }
                }));
    keyed = started(RawServer.start(Staging.askingForKey(service)));
    tokens = started(shortTokens.endpoint());
    MockServer old = started(MockServer.startOneOf(2, WHO));
    plain = target("plain", "    baseUrl: %s\n    token: ${ROOMS_TOKEN}".formatted(old.baseUri()));
    Files.write(
        variables(),
        List.of(
            "KEY_PW=" + Staging.CANARIES.get(1),
            "GATEWAY_KEY=" + Staging.CANARIES.get(3),
            "SECRET=" + Staging.CANARIES.get(2),
            "ROOMS_TOKEN=" + WHO.roomsToken(),
            "ORPHAN_TOKEN=" + WHO.orphanToken()));
  }

  private <T extends AutoCloseable> T started(T part) {
    started.add(part);
    return part;
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable part : started) {
      part.close();
    }
  }

  private Path target(String name, String way) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        name: %s
        services:
          rooms:
        %s
            memberRoom: %s
            foreignRoom: %s
            orphanToken: ${ORPHAN_TOKEN}
        fileHosts: [127.0.0.1]
        limits:
          timeoutSeconds: 10
          load: { allowed: true, maxRequestsPerSecond: 50, maxTotalBytes: 1GiB }
        """
            .formatted(name, way, WHO.memberRoom(), WHO.foreignRoom()));
  }

  /** What the service's part of the target file says. */
  private String way(Part part) {
    String token = "token: ${ROOMS_TOKEN}";
    List<String> lines =
        switch (part) {
          case PROXY ->
              List.of(
                  "baseUrl: http://" + Staging.NAME,
                  "proxy: http://127.0.0.1:" + proxy.port(),
                  token);
          case CONNECT_TO ->
              List.of(
                  "baseUrl: http://" + Staging.NAME,
                  "connectTo: " + Staging.authority(mock.baseUri()),
                  token);
          case TLS ->
              List.of(
                  "baseUrl: https://localhost:" + mutualTls.uri().getPort(),
                  "tls: { trust: ca.pem, certificate: client.pem, key: leaf-encrypted.key, keyPassword: \"${KEY_PW}\" }",
                  token);
          case HEADERS ->
              List.of(
                  "baseUrl: " + keyed.uri(), "headers: { x-api-key: \"${GATEWAY_KEY}\" }", token);
          case AUTH ->
              List.of(
                  "baseUrl: " + mock.baseUri(),
                  "auth: { oauth2: { tokenUrl: \"%s/token\", clientId: me, clientSecret: \"${SECRET}\" } }"
                      .formatted(tokens.uri()));
        };
    return String.join("\n", lines).indent(4).stripTrailing();
  }

  @SuppressWarnings("ImmutableEnumChecker")
  enum Command {
    DOCTOR("doctor", "--target"),
    CONTRACT("contract", "--select", "upload-file/200", "--target"),
    LOAD("load", "upload-file", "--rate", "5", "--duration", "2s", "--target"),
    CUTOVER("cutover", "--select", "upload-file/200", "--to"),
    GATE;

    private final List<String> words;

    Command(String... words) {
      this.words = List.of(words);
    }
  }

  static Stream<Arguments> commandsOfEachPart() {
    return Stream.of(Part.values())
        .flatMap(part -> Stream.of(Command.values()).map(command -> arguments(part, command)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commandsOfEachPart")
  void each_command_goes_its_way_through_each_part_alone(Part part, Command command)
      throws Exception {
    Path target = target(part.name(), way(part));
    Path report = folder.resolve(part + "-" + command);
    if (command == Command.GATE) {
      assertThat(gate(target, report)).contains("✔ contract  conforms", "✔ proof     proven");
      assertThat(report.resolve("load.json")).content().contains("\"failed\": 0");
      return;
    }
    Outcome outcome = assay(command, target, report);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out() + outcome.err()).doesNotContain(Staging.CANARIES);
  }

  private Outcome assay(Command command, Path target, Path report) throws Exception {
    List<String> words = new ArrayList<>(command.words);
    words.addAll(List.of(target.toString(), "--env-file", variables().toString()));
    if (command == Command.CUTOVER) {
      words.addAll(List.of("--from", plain.toString()));
    }
    if (command == Command.LOAD) {
      words.addAll(List.of("--objectives", home().home().objectives().toString()));
    }
    if (command != Command.DOCTOR) {
      words.addAll(List.of("--report", report.toString()));
    }
    return Outcome.ofMeasurement(words.toArray(String[]::new));
  }

  private Path variables() {
    return folder.resolve("staging.env");
  }

  private QuickGate home() throws IOException {
    return QuickGate.in(folder.resolve("home"));
  }

  /** Whether a busy machine sends its load in time is another matter. */
  private String gate(Path target, Path report) throws Exception {
    QuickGate gate = home();
    Targets targets = Targets.ofThisProcess().with(List.of(variables()));
    gate.decide(targets, target.toString(), Optional.empty(), report);
    return gate.printed().toString();
  }
}
