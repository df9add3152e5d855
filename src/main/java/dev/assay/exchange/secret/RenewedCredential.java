package dev.assay.exchange.secret;

import dev.assay.UserException;
import dev.assay.exchange.secret.Secrets.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A credential that is fetched, and fetched anew before it expires. Whoever asks for it then waits.
 */
public final class RenewedCredential implements Credential {

  /** So much earlier a long-lived one is renewed; a short-lived one after three quarters. */
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final String name;
  private final String shown;
  private final Supplier<Token> source;
  private final Clock clock;
  private final List<Secret> ever = new ArrayList<>();
  private Token token;
  private Instant fetchedAt = Instant.MIN;

  /**
   * A token as it was fetched.
   *
   * @param expiresAt when it is of no use any more, if that is known
   */
  public record Token(String value, Optional<Instant> expiresAt) {

    @Override
    public String toString() {
      return "…";
    }
  }

  /**
   * One that is not fetched yet.
   *
   * @param name the placeholder in requests
   * @param shown the name in records
   * @param source fetches it
   */
  public RenewedCredential(String name, String shown, Supplier<Token> source, Clock clock) {
    this.name = name;
    this.shown = shown;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public String toString() {
    return "$" + shown;
  }

  @Override
  public synchronized Secret now() {
    if (token == null) {
      fetch();
    } else if (!clock.instant().isBefore(renewAt())) {
      fetchAgain();
    }
    return ever.get(ever.size() - 1);
  }

  /** When it is to be fetched anew; never, if nobody knows when it expires. */
  private Instant renewAt() {
    return token.expiresAt().map(this::early).orElse(Instant.MAX);
  }

  private Instant early(Instant expiresAt) {
    Duration quarter = Duration.between(fetchedAt, expiresAt).dividedBy(4);
    return expiresAt.minus(quarter.compareTo(EARLY) < 0 ? quarter : EARLY);
  }

  /** As long as the one there is has not expired, it will do. */
  private void fetchAgain() {
    try {
      fetch();
    } catch (UserException e) {
      if (!clock.instant().isBefore(token.expiresAt().orElse(Instant.MIN))) {
        throw e;
      }
    }
  }

  private void fetch() {
    Instant asked = clock.instant();
    token = source.get();
    fetchedAt = asked;
    Secret secret = new Secret(name, shown, token.value());
    ever.remove(secret);
    ever.add(secret);
  }

  @Override
  public synchronized List<Secret> ever() {
    return List.copyOf(ever);
  }

  @Override
  public synchronized Optional<Instant> expiresAt() {
    return Optional.ofNullable(token).flatMap(Token::expiresAt);
  }

  @Override
  public synchronized boolean renew() {
    Optional<String> before = Optional.ofNullable(token).map(Token::value);
    fetch();
    return !before.equals(Optional.of(token.value()));
  }
}
