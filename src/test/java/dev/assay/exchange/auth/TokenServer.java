package dev.assay.exchange.auth;

import dev.assay.exchange.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token endpoint (RFC 6749, section 4.4) whose tokens live as long as they say, and a service
 * that takes no others.
 */
public final class TokenServer implements AutoCloseable {

  private final Duration life;
  private final Map<String, Instant> expiry = new ConcurrentHashMap<>();
  private final AtomicInteger granted = new AtomicInteger();
  private final RawServer endpoint;

  private TokenServer(Duration life) throws IOException {
    this.life = life;
    this.endpoint =
        RawServer.start(
            (connection, n) -> {
              connection.readRequest();
              connection.answer(200, grant());
            });
  }

  /** One whose tokens live so long. */
  public static TokenServer granting(Duration life) throws IOException {
    return new TokenServer(life);
  }

  private String grant() {
    String token = "Granted-Canary-" + granted.incrementAndGet();
    expiry.put(token, Instant.now().plus(life));
    return "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %s}"
        .formatted(token, life.toSeconds());
  }

  /** Its token endpoint. */
  public URI tokenUrl() {
    return endpoint.uri().resolve("/token");
  }

  /** How many tokens it has granted. */
  public int granted() {
    return granted.get();
  }

  /** The heads of the requests for a token. */
  public Iterable<String> heads() {
    return endpoint.heads();
  }

  /** Whether a token has not expired. */
  public boolean accepts(String token) {
    Instant at = expiry.get(token);
    return at != null && Instant.now().isBefore(at);
  }

  /** Lets all tokens expire at once, whatever they say. */
  public void revokeAll() {
    expiry.clear();
  }

  @Override
  public void close() throws IOException {
    endpoint.close();
  }
}
