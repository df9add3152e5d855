package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.connection.Tls;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The way to a service is the one that its target file names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionTest {

  private static final String NAME = "api.corp.test";
  private static final String CANARY = "Gateway-Canary-77";

  private final Map<String, String> environment = new TreeMap<>();
  private Certificates certificates;
  private Path folder;

  @BeforeAll
  void makeCertificates(@TempDir Path temporary) throws Exception {
    folder = temporary;
    certificates = Certificates.in(folder);
    certificates.authority();
    certificates.certificate("client");
    certificates.key();
    certificates.key("Open-Sesame-9");
  }

  private static RawServer plain() throws IOException {
    return RawServer.start(
        (connection, n) -> {
          connection.readRequest();
          connection.answer(200, "{\"here\": true}");
        });
  }

  private RawServer tls() throws Exception {
    return RawServer.startTls(
        certificates.signed("named", "-ext", "san=dns:" + NAME),
        (connection, n) -> {
          connection.readRequest();
          connection.answer(200, "{\"here\": true}");
        });
  }

  private RawServer mutualTls() throws Exception {
    return RawServer.startMutualTls(
        certificates.signed("named", "-ext", "san=dns:" + NAME),
        (connection, n) -> {
          connection.readRequest();
          connection.answer(200, "{\"here\": true}");
        });
  }

  private Target target(String baseUrl, String... more) throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of("services:", "  rooms:", "    baseUrl: " + baseUrl, "    token: ${T}"));
    for (String line : more) {
      lines.add("    " + line);
    }
    lines.addAll(List.of("    memberRoom: a", "    foreignRoom: b", "limits:"));
    lines.add("  timeoutSeconds: 5");
    environment.putIfAbsent("T", "Token-Canary-1");
    Path file = Files.write(Files.createTempFile(folder, "target", ".yaml"), lines);
    return new TargetReader(environment).read(file);
  }

  private static Exchange send(Target target) {
    Service rooms = target.service("rooms").orElseThrow();
    try (Client client = ServiceClient.overRestAssured(rooms.access(), target.limits())) {
      return client.send(
          Request.post(URI.create(rooms.baseUrl() + "/x"), new Body.Text("{}"))
              .with("Authorization", "$TOKEN"));
    }
  }

  private static String failure(Target target) {
    return send(target).failure().orElseThrow().detail();
  }

  private static Map<String, URI> to(RawServer server, String... names) {
    Map<String, URI> all = new TreeMap<>();
    for (String name : names) {
      all.put(name, server.uri());
    }
    return all;
  }

  @Test
  void every_request_carries_the_headers_that_the_file_names() throws Exception {
    environment.put("GATEWAY_KEY", CANARY);
    try (RawServer server = plain()) {
      Exchange exchange =
          send(
              target(
                  server.uri().toString(),
                  "headers: { x-api-key: \"${GATEWAY_KEY}\", X-Canary: next, User-Agent: mine }"));
      assertThat(server.heads().get(0))
          .contains("x-api-key: " + CANARY, "X-Canary: next", "User-Agent: mine")
          .doesNotContain("User-Agent: assay");
      assertThat(exchange.request().header("x-api-key")).contains("$HEADER_A");
    }
  }

  @Test
  void a_header_of_the_file_goes_to_no_other_host() throws Exception {
    environment.put("GATEWAY_KEY", CANARY);
    try (RawServer server = plain();
        RawServer other = plain()) {
      Target target = target(server.uri().toString(), "headers: { x-api-key: \"${GATEWAY_KEY}\" }");
      try (Client client =
          ServiceClient.overRestAssured(
              target.service("rooms").orElseThrow().access(), target.limits())) {
        client.send(Request.get(other.uri()));
      }
      assertThat(other.heads().get(0)).doesNotContain("x-api-key", CANARY);
    }
  }

  @Test
  void a_proxy_passes_on_what_is_sent_without_tls() throws Exception {
    try (RawServer server = plain();
        HttpProxy proxy = HttpProxy.open(to(server, NAME + ":80"))) {
      Exchange exchange = send(target("http://" + NAME, "proxy: http://127.0.0.1:" + proxy.port()));
      assertThat(exchange.failure()).isEmpty();
      assertThat(proxy.heads().get(0)).startsWith("POST http://api.corp.test/x HTTP/1.1");
      assertThat(server.heads().get(0)).contains("Host: api.corp.test\r\n");
    }
  }

  @Test
  void a_url_that_a_server_gives_with_a_user_in_it_ends_no_run() throws Exception {
    try (RawServer server = plain()) {
      Target target = target(server.uri().toString());
      URI odd = URI.create(server.uri().toString().replace("//", "//user@"));
      try (Client client =
          ServiceClient.overRestAssured(
              target.service("rooms").orElseThrow().access(), target.limits())) {
        assertThat(client.send(Request.get(odd)).request().uri()).isEqualTo(odd);
      }
      assertThat(String.join("", server.heads())).doesNotContain("Token-Canary-1");
    }
  }

  @Test
  void a_proxy_opens_a_tunnel_for_tls() throws Exception {
    try (RawServer server = tls();
        HttpProxy proxy = HttpProxy.open(to(server, NAME + ":443"))) {
      Exchange exchange =
          send(
              target(
                  "https://" + NAME,
                  "proxy: http://127.0.0.1:" + proxy.port(),
                  "tls: { trust: ca.pem }"));
      assertThat(exchange.failure()).isEmpty();
      assertThat(proxy.heads().get(0)).startsWith("CONNECT api.corp.test:443 HTTP/1.1");
      assertThat(proxy.heads().get(0)).doesNotContain("Token-Canary-1");
    }
  }

  @Test
  void a_proxy_is_told_who_one_is_and_the_service_is_not() throws Exception {
    environment.put("PROXY_PW", "p@ss:word");
    try (RawServer server = tls();
        RawServer plain = plain();
        HttpProxy proxy =
            HttpProxy.guarded(
                "jo:p@ss:word", Map.of(NAME + ":443", server.uri(), NAME + ":80", plain.uri()))) {
      environment.put("PROXY_PW", "p%40ss%3Aword");
      String setting = "proxy: \"http://jo:${PROXY_PW}@127.0.0.1:" + proxy.port() + "\"";
      assertThat(send(target("https://" + NAME, setting, "tls: { trust: ca.pem }")).failure())
          .isEmpty();
      assertThat(send(target("http://" + NAME, setting)).failure()).isEmpty();
      assertThat(server.heads().get(0) + plain.heads().get(0)).doesNotContain("Proxy-");
    }
  }

  @Test
  void a_proxy_that_asks_who_one_is_is_named_and_not_taken_for_the_service() throws Exception {
    try (RawServer server = tls();
        HttpProxy proxy = HttpProxy.guarded("jo:x", to(server, NAME + ":443", NAME + ":80"))) {
      String url = "http://127.0.0.1:" + proxy.port();
      for (String scheme : List.of("http://", "https://")) {
        assertThat(failure(target(scheme + NAME, "proxy: " + url)))
            .contains("the proxy " + url + " does not let through to api.corp.test:")
            .contains("(407 ")
            .contains("it wants a user and password: write them into services.rooms.proxy");
      }
    }
  }

  @Test
  void a_proxy_that_forbids_a_host_is_named() throws Exception {
    try (HttpProxy proxy = HttpProxy.open(Map.of())) {
      String url = "http://127.0.0.1:" + proxy.port();
      assertThat(failure(target("https://" + NAME, "proxy: " + url)))
          .contains(
              "the proxy " + url + " does not let through to api.corp.test:443 (403 Forbidden)")
          .contains("have that host and port allowed there");
      assertThat(failure(target("https://" + NAME, "proxy: " + url, "connectTo: 10.0.0.5:443")))
          .contains(
              "through to 10.0.0.5:443 (403 Forbidden), which services.rooms.connectTo gives for api.corp.test;");
    }
  }

  @Test
  void a_proxy_that_goes_away_or_speaks_something_else_is_named() throws Exception {
    try (RawServer gone = RawServer.start((connection, n) -> connection.readRequest());
        RawServer other =
            RawServer.start(
                (connection, n) -> {
                  connection.readRequest();
                  connection.write("220 mail.corp.test ESMTP\r\n");
                })) {
      assertThat(failure(target("https://" + NAME, "proxy: " + gone.uri())))
          .contains("does not let through to api.corp.test:443 (it closed the connection");
      assertThat(failure(target("https://" + NAME, "proxy: " + other.uri())))
          .contains("does not let through to api.corp.test:443 (its answer is not HTTP)");
    }
  }

  @Test
  void an_address_that_the_base_url_itself_names_is_said_to_come_from_there() throws Exception {
    assertThat(failure(target("http://localhost.:1")))
        .contains("localhost.:1, which services.rooms.baseUrl gives for localhost, cannot be");
  }

  @Test
  void a_proxy_that_is_not_there_is_named() throws Exception {
    String url = "http://127.0.0.1:1";
    for (String scheme : List.of("http://", "https://")) {
      assertThat(failure(target(scheme + NAME, "proxy: " + url)))
          .contains("the proxy " + url + " on the way to api.corp.test:")
          .contains("cannot be reached")
          .contains("check services.rooms.proxy");
    }
    environment.put("https_proxy", url);
    assertThat(failure(target("https://" + NAME))).contains("check the variable https_proxy");
    environment.remove("https_proxy");
  }

  @Test
  void a_proxy_of_the_environment_leads_to_all_but_those_that_no_proxy_names() throws Exception {
    try (RawServer server = plain();
        HttpProxy proxy = HttpProxy.open(to(server, NAME + ":80"))) {
      environment.put("HTTP_PROXY", "127.0.0.1:" + proxy.port());
      assertThat(send(target("http://" + NAME)).failure()).isEmpty();
      environment.put("no_proxy", "localhost,.corp.test");
      assertThat(failure(target("http://" + NAME))).contains("does not resolve");
      environment.remove("no_proxy");
      assertThat(send(target(server.uri().toString())).failure()).isEmpty();
      assertThat(failure(target("http://" + NAME, "proxy: none"))).contains("does not resolve");
      assertThat(proxy.heads()).hasSize(1);
      environment.remove("HTTP_PROXY");
    }
  }

  @Test
  void another_address_stands_for_a_name_that_stays_in_host_and_certificate() throws Exception {
    try (RawServer server = tls();
        RawServer plain = plain()) {
      String tls = "connectTo: 127.0.0.1:" + server.uri().getPort();
      assertThat(send(target("https://" + NAME, tls, "tls: { trust: ca.pem }")).failure())
          .isEmpty();
      assertThat(server.heads().get(0)).contains("Host: api.corp.test\r\n");
      assertThat(failure(target("https://other.corp.test", tls, "tls: { trust: ca.pem }")))
          .contains("its certificate is for another host");
      String other = "connectTo: 127.0.0.1:" + plain.uri().getPort();
      assertThat(send(target("http://" + NAME + ":8080", other)).failure()).isEmpty();
      assertThat(plain.heads().get(0)).contains("Host: api.corp.test:8080\r\n");
    }
  }

  @Test
  void a_proxy_leads_to_the_other_address_too() throws Exception {
    try (RawServer server = tls();
        RawServer plain = plain();
        HttpProxy proxy =
            HttpProxy.open(Map.of("127.0.0.9:443", server.uri(), "127.0.0.9:80", plain.uri()))) {
      String through = "proxy: http://127.0.0.1:" + proxy.port();
      assertThat(
              send(target(
                      "https://" + NAME,
                      through,
                      "connectTo: 127.0.0.9:443",
                      "tls: { trust: ca.pem }"))
                  .failure())
          .isEmpty();
      assertThat(send(target("http://" + NAME, through, "connectTo: 127.0.0.9:80")).failure())
          .isEmpty();
      assertThat(plain.heads().get(0)).contains("Host: api.corp.test\r\n");
      assertThat(server.heads().get(0)).contains("Host: api.corp.test\r\n");
    }
  }

  @Test
  void another_address_that_nobody_listens_at_is_named() throws Exception {
    assertThat(failure(target("https://" + NAME, "connectTo: 127.0.0.1:1")))
        .contains(
            "127.0.0.1:1, which services.rooms.connectTo gives for api.corp.test, cannot be reached");
  }

  @Test
  void a_server_that_asks_for_a_certificate_gets_that_of_the_file() throws Exception {
    environment.put("KEY_PW", "Open-Sesame-9");
    try (RawServer server = mutualTls()) {
      String way = "connectTo: 127.0.0.1:" + server.uri().getPort();
      for (String tls :
          List.of(
              "tls: { trust: ca.pem, certificate: client.pem, key: leaf.key }",
              "tls: { trust: ca.pem, certificate: client.pem, key: leaf-encrypted.key,"
                  + " keyPassword: \"${KEY_PW}\" }")) {
        assertThat(send(target("https://" + NAME, way, tls)).failure()).as(tls).isEmpty();
      }
      assertThat(send(target("https://" + NAME, way, "tls: { trust: ca.pem }")).failure())
          .isPresent();
    }
  }

  @Test
  void a_store_of_pkcs_12_does_as_well() throws Exception {
    certificates.keyStore();
    environment.put("STORE_PW", "changeit");
    try (RawServer server = mutualTls()) {
      assertThat(
              send(target(
                      "https://" + NAME,
                      "connectTo: 127.0.0.1:" + server.uri().getPort(),
                      "tls: { trust: ca.pem, certificate: client.p12, keyPassword:"
                          + " \"${STORE_PW}\" }"))
                  .failure())
          .isEmpty();
    }
  }

  @Test
  void an_authority_of_the_file_is_trusted_besides_those_of_the_platform() throws Exception {
    Target target = target("https://" + NAME, "tls: { trust: ca.pem }");
    Tls tls = target.service("rooms").orElseThrow().access().connection().tls();
    assertThat(((X509TrustManager) tls.trustManagers()[0]).getAcceptedIssuers())
        .hasSizeGreaterThan(20);
  }
}
