package dev.assay.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.exchange.target.TokenWatch;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever sends without asking for tokens has them renewed, or is told why they cannot be. */
class TokenWatchTest {

  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<String> renewed = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> failed = new LinkedBlockingQueue<>();

  private static Target target(URI tokenUrl) {
    return Authenticator.authenticated(
        new TargetReader(Map.of("SECRET", "Client-Canary-1"))
            .read(
                "t.yaml",
                """
                services:
                  rooms:
                    baseUrl: http://127.0.0.1:1
                    memberRoom: a
                    foreignRoom: b
                    auth: { oauth2: { tokenUrl: "%s", clientId: me, clientSecret: "${SECRET}" } }
                """
                    .formatted(tokenUrl)));
  }

  private static String token(Target target) {
    return target.service("rooms").orElseThrow().secrets().expand("$TOKEN");
  }

  @Test
  void a_token_is_another_one_before_it_expires() throws Exception {
    try (TokenServer tokens = TokenServer.granting(Duration.ofSeconds(3))) {
      Target target = target(tokens.tokenUrl());
      String first = token(target);
      try (TokenWatch watch =
          new TokenWatch(target, () -> renewed.add(token(target)), failed::add)) {
        assertThat(watch).isNotNull();
        String second = renewed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(second).isNotNull().isNotEqualTo(first);
        assertThat(tokens.accepts(second)).isTrue();
      }
      assertThat(failed).isEmpty();
    }
  }

  @Test
  void that_none_can_be_had_any_more_is_told_once_and_by_name() throws Exception {
    TokenServer tokens = TokenServer.granting(Duration.ofSeconds(3));
    Target target = target(tokens.tokenUrl());
    try (TokenWatch watch = new TokenWatch(target, () -> renewed.add(""), failed::add)) {
      assertThat(watch).isNotNull();
      tokens.close();
      assertThat(failed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .contains("gives no token for services.rooms.auth.oauth2")
          .doesNotContain("Client-Canary-1");
    }
    assertThat(failed).isEmpty();
  }
}
