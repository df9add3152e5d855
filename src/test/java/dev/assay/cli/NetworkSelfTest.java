package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Launch;
import dev.assay.exchange.Certificates;
import dev.assay.exchange.HttpProxy;
import dev.assay.exchange.RawServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A contract run and a load see the same network: the authorities, the hosts, and the client
 * certificate that the options of Assay's JVM name.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkSelfTest {

  private static final String HOST = "service.assay.test";
  private static final String NAMED = "san=dns:" + HOST;

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "NET_TOKEN",
          "Sesame-Open-42",
          "NET_CLIENT",
          "client-77-xyz",
          "NET_PROXY",
          "pass-w0rd-77");
  private static final String LIMITS =
      """
      limits:
        timeoutSeconds: 10
        load: { allowed: true, maxRequestsPerSecond: 100, maxTotalBytes: 1GiB }
      """;

  @TempDir private Path folder;
  private Certificates certificates;
  private Path hosts;

  @SuppressWarnings("ImmutableEnumChecker")
  enum Way {
    CONTRACT("contract", "--select", "log-message/200"),
    LOAD("load", "message", "--rate", "10", "--duration", "2s");

    private final List<String> command;

    Way(String... command) {
      this.command = List.of(command);
    }
  }

  @BeforeAll
  void makeCertificatesAndHosts(@TempDir Path shared) throws IOException, InterruptedException {
    certificates = Certificates.in(Files.createDirectory(shared.resolve("certificates")));
    hosts = Files.writeString(shared.resolve("hosts"), "127.0.0.1 " + HOST + "\n");
  }

  private static void answer(RawServer.Connection connection, int number) throws IOException {
    connection.readRequest();
    connection.write(
        "HTTP/1.1 500 X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 24\r\n\r\n{\"error_message\":\"Mine\"}");
  }

  private List<String> trusting() throws Exception {
    return List.of(
        "-Djdk.net.hosts.file=" + hosts,
        "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
        "-Djavax.net.ssl.trustStorePassword=changeit");
  }

  private String run(Way way, RawServer server, List<String> options) throws Exception {
    return run(way, URI.create("https://" + HOST + ":" + server.uri().getPort()), options);
  }

  private String run(Way way, URI uri, List<String> options) throws Exception {
    return run(way, uri, "", options);
  }

  private String run(Way way, URI uri, String more, List<String> options) throws Exception {
    String haptik = TargetFile.haptik(uri, "${NET_TOKEN}", "${NET_CLIENT}");
    Path target = TargetFile.write(folder, haptik + more + LIMITS);
    List<String> command = new ArrayList<>(way.command);
    command.addAll(List.of("--target", target.toString()));
    command.addAll(List.of("--report", folder.resolve("report").toString()));
    try (AssayProcess assay =
        Launch.in(folder)
            .with(CREDENTIALS)
            .withOptions(options)
            .start(command.toArray(String[]::new))) {
      assay.exitCode();
      assertThat(folder.resolve("report/jvm-options")).doesNotExist();
      return assay.out() + assay.err();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_trust_store_and_the_hosts_file_are_those_of_the_options(Way way) throws Exception {
    try (RawServer server =
        RawServer.startTls(certificates.signed("good", "-ext", NAMED), NetworkSelfTest::answer)) {
      String said = run(way, server, trusting());
      assertThat(server.heads()).as(said).isNotEmpty();
      assertThat(said).contains("status 500").contains("Mine");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_client_certificate_is_that_of_the_options(Way way) throws Exception {
    try (RawServer server =
        RawServer.startMutualTls(
            certificates.signed("good", "-ext", NAMED), NetworkSelfTest::answer)) {
      List<String> options = new ArrayList<>(trusting());
      options.add("-Djavax.net.ssl.keyStore=" + certificates.keyStore());
      options.add("-Djavax.net.ssl.keyStorePassword=changeit");
      String said = run(way, server, options);
      assertThat(server.heads()).as(said).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_proxy_for_http_is_taken_by_neither(Way way) throws Exception {
    try (RawServer server =
        RawServer.startTls(certificates.signed("good", "-ext", NAMED), NetworkSelfTest::answer)) {
      List<String> options = new ArrayList<>(trusting());
      options.addAll(List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=1"));
      String said = run(way, server, options);
      assertThat(server.heads()).as(said).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_advice_is_given_where_a_certificate_is_of_no_use(Way way) throws Exception {
    String[] lastYear = {"-startdate", "-400d", "-validity", "30", "-ext", NAMED};
    assertThat(refused(way, RawServer.startTls(certificates.selfSigned(), NetworkSelfTest::answer)))
        .contains("its certificate (CN=leaf) is self-signed")
        .contains("`tls: { trust: certs/ca.pem }`");
    assertThat(
            refused(
                way,
                RawServer.startTls(
                    certificates.signed("expired", lastYear), NetworkSelfTest::answer)))
        .containsPattern(
            "its certificate expired on [-0-9]+; have it renewed, or check the clocks");
    assertThat(
            refused(
                way,
                RawServer.startTls(
                    certificates.signed("other", "-ext", "san=dns:other.example"),
                    NetworkSelfTest::answer)))
        .contains("its certificate is for another host")
        .contains("; check the host name in the baseUrl");
  }

  @ParameterizedTest
  @EnumSource
  void a_host_that_is_in_no_file_is_told(Way way) throws Exception {
    assertThat(run(way, URI.create("https://nobody.invalid"), trusting()))
        .contains("does not resolve; check the baseUrl and the DNS");
  }

  /** The proxy and nobody else knows the name of the service. */
  @ParameterizedTest
  @EnumSource
  void the_way_is_that_of_the_target_file(Way way) throws Exception {
    try (RawServer server =
            RawServer.startMutualTls(
                certificates.signed("good", "-ext", NAMED), NetworkSelfTest::answer);
        HttpProxy proxy =
            HttpProxy.guarded("me:pass-w0rd-77", Map.of("10.0.0.5:443", server.uri()))) {
      String said = run(way, URI.create("https://" + HOST), ownWay(proxy), List.of());
      assertThat(server.heads()).as(said).isNotEmpty();
      assertThat(server.heads().get(0))
          .containsIgnoringCase("Host: " + HOST)
          .containsIgnoringCase("User-Agent: mine")
          .doesNotContainIgnoringCase("User-Agent: assay");
      assertThat(proxy.heads().get(0)).startsWith("CONNECT 10.0.0.5:443 HTTP/1.1");
      assertThat(said).contains("status 500").doesNotContain("pass-w0rd-77");
    }
  }

  private String ownWay(HttpProxy proxy) throws Exception {
    return """
            connectTo: 10.0.0.5:443
            proxy: http://me:${NET_PROXY}@127.0.0.1:%s
            headers: { User-Agent: mine }
            tls: { trust: %s, certificate: %s, key: %s }
        """
        .formatted(
            proxy.port(),
            certificates.authority(),
            certificates.certificate("client"),
            certificates.key())
        .indent(2);
  }

  @ParameterizedTest
  @EnumSource
  void without_tls_the_proxy_is_asked_in_the_absolute_form(Way way) throws Exception {
    try (RawServer server = RawServer.start(NetworkSelfTest::answer);
        HttpProxy proxy =
            HttpProxy.guarded("me:pass-w0rd-77", Map.of("nobody.invalid:80", server.uri()))) {
      String mine = "      proxy: http://me:${NET_PROXY}@127.0.0.1:%s\n".formatted(proxy.port());
      String said = run(way, URI.create("http://nobody.invalid"), mine, List.of());
      assertThat(server.heads()).as(said).isNotEmpty();
      assertThat(proxy.heads().get(0)).startsWith("POST http://nobody.invalid");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_proxy_that_asks_who_one_is_is_told(Way way) throws Exception {
    try (HttpProxy proxy = HttpProxy.guarded("other:other", Map.of())) {
      String said = run(way, URI.create("https://nobody.invalid"), ownWay(proxy), List.of());
      assertThat(said).contains("the proxy http://127.0.0.1:" + proxy.port(), "407");
    }
  }

  private String refused(Way way, RawServer server) throws Exception {
    try (server) {
      String said = run(way, server, trusting());
      assertThat(server.heads()).as(said).isEmpty();
      return said;
    }
  }
}
