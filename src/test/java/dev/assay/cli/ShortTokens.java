package dev.assay.cli;

import dev.assay.exchange.RawServer;
import dev.assay.mock.StandIn;
import dev.assay.mock.StandIn.Serving;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that live for five seconds, another at each request for one: each stands for the one token
 * that a mock knows, until it has expired.
 *
 * @param known the token that the mock knows
 * @param issued when each was handed out
 */
record ShortTokens(String known, Map<String, Instant> issued) {

  private static final Duration LIFE = Duration.ofSeconds(5);

  /** What servers grant to clocks that go wrong, and here to machines that are busy. */
  private static final Duration LEEWAY = Duration.ofSeconds(5);

  ShortTokens(String known) {
    this(known, new ConcurrentHashMap<>());
  }

  /** An OAuth 2.0 token endpoint (RFC 6749, section 4.4). */
  RawServer endpoint() throws IOException {
    return RawServer.start(
        (connection, n) -> {
          connection.readRequest();
          String token = "Short-Token-" + UUID.randomUUID();
          issued.put(token, Instant.now());
          connection.answer(
              200,
              "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
                  .formatted(token, LIFE.toSeconds()));
        });
  }

  /** The mock's services, which take the tokens of all of these instead of their own. */
  static StandIn takenBy(List<ShortTokens> all) {
    return (setup, baseUri, files, mutants) -> {
      Serving genuine = StandIn.SHIPPED.afresh(setup, baseUri, files, mutants);
      return new Serving() {
        @Override
        public MockEndpoint service() {
          return request -> genuine.service().answer(known(all, request));
        }

        @Override
        public Optional<MockResponse> early(MockRequest head) {
          return genuine.early(head);
        }

        @Override
        public Optional<String> operation(MockRequest request) {
          return genuine.operation(request);
        }
      };
    };
  }

  private static MockRequest known(List<ShortTokens> all, MockRequest request) {
    Optional<String> sent = request.headers().only("authorization");
    return all.stream()
        .filter(tokens -> sent.filter(tokens::lives).isPresent())
        .findFirst()
        .map(tokens -> request.with("authorization", tokens.inPlaceOf(sent.orElseThrow())))
        .orElse(request);
  }

  private boolean lives(String credentials) {
    Instant then = issued.get(token(credentials));
    return then != null && Instant.now().isBefore(then.plus(LIFE).plus(LEEWAY));
  }

  private String inPlaceOf(String credentials) {
    return credentials.replace(token(credentials), known);
  }

  private static String token(String credentials) {
    return credentials.substring(credentials.lastIndexOf(' ') + 1);
  }
}
