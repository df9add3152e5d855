package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.TargetReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However a base URL spells its host, a server is told one name and given the credentials. */
@ParameterizedClass(name = "{0}")
@EnumSource
class HostNamesTest {

  @SuppressWarnings("ImmutableEnumChecker")
  enum Way {
    REST_ASSURED(ServiceClient::overRestAssured),
    APACHE(ServiceClient::overApache);

    private final BiFunction<ServiceAccess, Limits, Client> maker;

    Way(BiFunction<ServiceAccess, Limits, Client> maker) {
      this.maker = maker;
    }
  }

  @Parameter private Way way;

  private static final RawServer.Script ANSWERS =
      (connection, n) -> {
        connection.readRequest();
        connection.answer(200, "{}");
      };

  private static ServiceAccess access(String baseUrl) {
    return access(baseUrl, "");
  }

  private static ServiceAccess access(String baseUrl, String more) {
    return new TargetReader(Map.of())
        .read(
            "t.yaml",
            """
            services:
              rooms:
                baseUrl: "%s"
                token: Sesame-Open-42
                memberRoom: room1
                foreignRoom: room2
                %s
            """
                .formatted(baseUrl, more))
        .service("rooms")
        .orElseThrow()
        .access();
  }

  private static InetAddress ipv6Loopback() throws IOException {
    byte[] address = new byte[16];
    address[15] = 1;
    return InetAddress.getByAddress(address);
  }

  private Exchange send(ServiceAccess access, String url) {
    try (Client client = way.maker.apply(access, Limits.unpaced())) {
      return client.send(Request.get(URI.create(url)).with("Authorization", "$TOKEN"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://LocalHost, localhost",
    "http://localhost., localhost",
    "http://127.0.0.1, 127.0.0.1",
  })
  void a_server_is_told_one_name(String written, String told) throws IOException {
    try (RawServer server = RawServer.start(ANSWERS)) {
      int port = server.uri().getPort();
      ServiceAccess access = access(written + ":" + port + "/v1");
      assertThat(send(access, access.baseUrl() + "/x").failure()).isEmpty();
      assertThat(server.heads().get(0))
          .startsWith("GET /v1/x HTTP/1.1\r\n")
          .contains("\r\nHost: " + told + ":" + port + "\r\n")
          .contains("Sesame-Open-42");
    }
  }

  @ParameterizedTest
  @CsvSource({"http://[::1]", "http://[::1%25lo]"})
  void a_zone_is_for_this_machine_alone(String written) throws IOException {
    try (RawServer server = RawServer.startOn(ipv6Loopback(), ANSWERS)) {
      int port = server.uri().getPort();
      ServiceAccess access = access(written + ":" + port);
      assertThat(send(access, access.baseUrl() + "/x").failure()).isEmpty();
      assertThat(server.heads().get(0))
          .contains("\r\nHost: " + written.replace("%25lo", "").substring(7) + ":" + port + "\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost", "localhost.", "LOCALHOST"})
  void the_same_host_may_be_given_the_credentials_however_an_answer_spells_it(String spelled)
      throws IOException {
    try (RawServer server = RawServer.start(ANSWERS)) {
      int port = server.uri().getPort();
      ServiceAccess access = access("http://localhost:" + port);
      assertThat(send(access, "http://" + spelled + ":" + port + "/file").failure()).isEmpty();
      assertThat(server.heads().get(0)).contains("Sesame-Open-42");
    }
  }

  @Test
  void another_host_is_given_none() throws IOException {
    try (RawServer server = RawServer.start(ANSWERS)) {
      send(access("http://localhost:" + server.uri().getPort()), server.uri() + "/file");
      assertThat(server.heads().get(0)).doesNotContain("Sesame-Open-42");
    }
  }

  @Test
  void a_certificate_is_for_the_name_without_the_dot_and_for_the_address_without_the_zone(
      @TempDir Path folder) throws Exception {
    Certificates certificates = Certificates.in(folder);
    String trusting = "tls: { trust: %s }".formatted(certificates.authority());
    try (RawServer named =
            RawServer.startTls(certificates.signed("n", "-ext", "san=dns:localhost"), ANSWERS);
        RawServer address =
            RawServer.startTlsOn(
                ipv6Loopback(),
                certificates.signed("a", "-ext", "san=ip:0:0:0:0:0:0:0:1"),
                ANSWERS)) {
      for (String host : new String[] {"localhost.", "LOCALHOST", "localhost"}) {
        ServiceAccess access = access("https://" + host + ":" + named.uri().getPort(), trusting);
        assertThat(send(access, access.baseUrl() + "/x").failure()).as(host).isEmpty();
      }
      for (String host : new String[] {"[::1]", "[::1%25lo]"}) {
        ServiceAccess access = access("https://" + host + ":" + address.uri().getPort(), trusting);
        assertThat(send(access, access.baseUrl() + "/x").failure()).as(host).isEmpty();
      }
    }
  }
}
