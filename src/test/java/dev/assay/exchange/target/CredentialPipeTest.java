package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialPipeTest {

  @Test
  void the_other_process_gets_the_headers_of_each_service() throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    CredentialPipe.send(EmbeddedTarget.planned(), pipe);
    String said = pipe.toString(StandardCharsets.UTF_8);
    TestAccounts who = TestAccounts.sample();
    CredentialPipe.Credentials credentials =
        CredentialPipe.receive(new BufferedReader(new StringReader(said)));
    assertThat(credentials.headers())
        .containsEntry(
            "haptik",
            Map.of("Authorization", "Bearer " + who.haptikToken(), "client-id", who.clientId()))
        .containsEntry("rooms", Map.of("Authorization", who.roomsToken()));
    assertThat(credentials.redactor().apply("seen " + who.haptikToken() + ", " + who.roomsToken()))
        .isEqualTo("seen $TOKEN, $ROOMS_TOKEN");
  }

  @Test
  void a_silent_pipe_is_an_error() {
    assertThatThrownBy(() -> CredentialPipe.receive(new BufferedReader(new StringReader(""))))
        .hasMessage("no credentials came on standard input");
  }
}
