package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.Certificates;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.secret.RenewedCredential;
import dev.assay.exchange.secret.RenewedCredential.Token;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialPipeTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CredentialPipe pipe = new CredentialPipe(said);

  @TempDir private Path folder;

  private BufferedReader reader() {
    return new BufferedReader(new StringReader(said.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void the_other_process_gets_the_credentials_of_each_service() throws IOException {
    pipe.open(EmbeddedTarget.planned());
    TestAccounts who = TestAccounts.sample();
    GivenCredentials credentials = GivenCredentials.receive(reader());
    assertThat(credentials.filledIn("haptik", "Bearer $TOKEN, $CLIENT_ID"))
        .isEqualTo("Bearer " + who.haptikToken() + ", " + who.clientId());
    assertThat(credentials.filledIn("rooms", "$TOKEN")).isEqualTo(who.roomsToken());
    assertThat(credentials.redacted("seen " + who.haptikToken() + ", " + who.roomsToken()))
        .isEqualTo("seen $TOKEN, $ROOMS_TOKEN");
  }

  @Test
  void a_token_that_is_renewed_takes_the_place_of_the_one_before_and_neither_is_shown()
      throws IOException {
    AtomicInteger number = new AtomicInteger();
    RenewedCredential token =
        new RenewedCredential(
            "TOKEN",
            "HAPTIK_TOKEN",
            () -> new Token("fetched-token-" + number.incrementAndGet(), Optional.empty()),
            Clock.systemUTC());
    Target target =
        EmbeddedTarget.planned()
            .reached((name, access) -> name.equals("haptik") ? access.with(token) : access);
    pipe.renewed(target);
    pipe.open(target);
    pipe.begin();
    token.renew();
    pipe.renewed(target);
    BufferedReader from = reader();
    GivenCredentials credentials = GivenCredentials.receive(from);
    assertThat(credentials.filledIn("haptik", "Bearer $TOKEN")).isEqualTo("Bearer fetched-token-1");
    assertThat(credentials.next(from).orElseThrow().begin()).isTrue();
    assertThat(credentials.next(from).orElseThrow().renewed()).isEqualTo(Set.of("haptik"));
    assertThat(credentials.filledIn("haptik", "Bearer $TOKEN")).isEqualTo("Bearer fetched-token-2");
    assertThat(credentials.redacted("fetched-token-1, fetched-token-2"))
        .isEqualTo("$HAPTIK_TOKEN, $HAPTIK_TOKEN");
    assertThat(credentials.next(from)).isEmpty();
  }

  @Test
  void the_other_process_gets_the_whole_way_to_a_service() throws Exception {
    Path keys =
        Certificates.in(folder).keyStore().toAbsolutePath(); // PKCS #12 with the authority beside
    String file =
        """
        services:
          haptik:
            baseUrl: https://127.0.0.1:9
            token: t-0123456789
            clientId: c-0123456789
            businessId: 1
            registeredUser: u
            connectTo: 127.0.0.2:8
            proxy: http://${P_USER}:${P_PASSWORD}@127.0.0.3:7
            tls: { trust: %1$s, trustPassword: changeit, certificate: %1$s, keyPassword: changeit }
        """
            .formatted(keys);
    Target target =
        new TargetReader(Map.of("P_USER", "me", "P_PASSWORD", "pass-w0rd")).read("t.yaml", file);
    Connection sent = target.service("haptik").orElseThrow().access().connection();
    pipe.open(target);
    GivenCredentials given = GivenCredentials.receive(reader());
    Connection received = given.connections().get("haptik");
    assertThat(received.connectTo()).isEqualTo(sent.connectTo());
    assertThat(received.proxies()).isEqualTo(sent.proxies());
    assertThat(received.tls().trusted()).isEqualTo(sent.tls().trusted());
    assertThat(received.tls().identity().orElseThrow().key())
        .isEqualTo(sent.tls().identity().orElseThrow().key());
    assertThat(given.redacted("pass-w0rd")).isEqualTo("$PROXY_PASSWORD");
  }

  @Test
  void a_silent_pipe_is_an_error() {
    assertThatThrownBy(() -> GivenCredentials.receive(reader()))
        .hasMessage("no credentials came on standard input");
  }
}
