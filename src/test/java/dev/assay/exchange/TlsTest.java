package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Proxies;
import dev.assay.exchange.connection.Tls;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are verified, and each flaw has its own sentence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

  private Certificates certificates;
  private Tls trusting;

  @BeforeAll
  void makeCertificates(@TempDir Path folder) throws Exception {
    certificates = Certificates.in(folder);
    trusting = new Tls(List.of(certificates.issuer()), Optional.empty());
  }

  private static ServiceAccess access(URI uri, Tls tls) {
    return new ServiceAccess(
        List.of(uri),
        Secrets.of("Sesame-Open-42", "c"),
        Optional.empty(),
        List.of(),
        new Connection(Optional.empty(), Proxies.none(), tls));
  }

  private Exchange send(SSLContext tls) throws IOException {
    return send(tls, trusting);
  }

  private static Exchange send(SSLContext tls, Tls trusting) throws IOException {
    try (RawServer server =
            RawServer.startTls(
                tls,
                (connection, n) -> {
                  connection.readRequest();
                  connection.answer(200, "{}");
                });
        Client client =
            ServiceClient.overApache(access(server.uri(), trusting), Limits.unpaced())) {
      return client.send(Request.get(server.uri()));
    }
  }

  private String flaw(SSLContext tls) throws IOException {
    Failure failure = send(tls).failure().orElseThrow();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.TLS);
    return failure.detail();
  }

  @Test
  void a_certificate_of_a_trusted_authority_is_fine() throws Exception {
    assertThat(send(certificates.signed("good", "-ext", "san=ip:127.0.0.1")).failure()).isEmpty();
  }

  @Test
  void a_self_signed_certificate_is_not() throws Exception {
    assertThat(flaw(certificates.selfSigned()))
        .contains("its certificate (CN=leaf) is self-signed")
        .contains("`tls: { trust: certs/ca.pem }`");
  }

  @Test
  void one_of_an_unknown_authority_is_not_and_both_are_named() throws Exception {
    SSLContext tls = certificates.signed("good", "-ext", "san=ip:127.0.0.1");
    assertThat(send(tls, Tls.ofPlatform()).failure().orElseThrow().detail())
        .contains("its certificate (CN=leaf) was issued by CN=Test CA, which this Java does not")
        .contains("`tls: { trust: certs/ca.pem }`");
  }

  @Test
  void one_that_is_expired_is_not() throws Exception {
    String[] lastYear = {"-startdate", "-400d", "-validity", "30", "-ext", "san=ip:127.0.0.1"};
    assertThat(flaw(certificates.signed("expired", lastYear)))
        .containsPattern(
            "its certificate expired on \\d{4}-\\d\\d-\\d\\d; have it renewed, or check the clocks");
  }

  @Test
  void one_that_is_not_yet_valid_is_not() throws Exception {
    String[] nextYear = {"-startdate", "+400d", "-validity", "30", "-ext", "san=ip:127.0.0.1"};
    assertThat(flaw(certificates.signed("early", nextYear)))
        .containsPattern("its certificate is not yet valid before \\d{4}-\\d\\d-\\d\\d; have it");
  }

  @Test
  void a_server_that_asks_for_a_client_certificate_gets_none() throws Exception {
    try (RawServer server =
            RawServer.startMutualTls(
                certificates.signed("mutual", "-ext", "san=ip:127.0.0.1"),
                (connection, n) -> connection.readRequest());
        Client client =
            ServiceClient.overApache(access(server.uri(), trusting), Limits.unpaced())) {
      Failure failure = client.send(Request.get(server.uri())).failure().orElseThrow();
      assertThat(failure.detail()).contains("client certificate", "tls.certificate and tls.key");
    }
  }

  @Test
  void a_server_that_speaks_plain_http_is_told() throws Exception {
    try (RawServer server =
            RawServer.start(
                (connection, n) -> connection.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
        Client client =
            ServiceClient.overApache(access(server.uri(), trusting), Limits.unpaced())) {
      URI uri = URI.create(server.uri().toString().replace("http:", "https:"));
      Failure failure = client.send(Request.get(uri)).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Failure.Kind.TLS);
      assertThat(failure.detail()).contains("what came back is no TLS").contains("write http://");
    }
  }

  @Test
  void one_of_another_host_is_not() throws Exception {
    assertThat(flaw(certificates.signed("other", "-ext", "san=dns:other.example")))
        .contains("its certificate is for another host (leaf); check the host name in the baseUrl");
  }
}
