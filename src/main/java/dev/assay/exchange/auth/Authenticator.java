package dev.assay.exchange.auth;

import dev.assay.UserException;
import dev.assay.exchange.secret.RenewedCredential;
import dev.assay.exchange.secret.RenewedCredential.Token;
import dev.assay.exchange.target.Authentication;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;

/** Fetches the tokens of a target, and keeps them fresh from then on. */
public final class Authenticator {

  private static final String TOKEN = "TOKEN";

  private final Limits limits;

  private Authenticator(Limits limits) {
    this.limits = limits;
  }

  /**
   * The target with a first token for each service whose token is fetched; each is fetched anew
   * before it expires, by whoever asks for it then.
   *
   * @throws UserException if one cannot be had
   */
  public static Target authenticated(Target target) {
    Authenticator authenticator = new Authenticator(target.limits());
    return target.reached(authenticator::authenticated);
  }

  /**
   * The target with a first token for that service only.
   *
   * @throws UserException if it cannot be had
   */
  public static Target authenticated(Target target, String service) {
    Authenticator authenticator = new Authenticator(target.limits());
    return target.reached(
        (name, access) ->
            name.equals(service) ? authenticator.authenticated(name, access) : access);
  }

  private ServiceAccess authenticated(String service, ServiceAccess access) {
    return access
        .authentication()
        .map(
            authentication -> {
              RenewedCredential token =
                  new RenewedCredential(
                      TOKEN,
                      service.toUpperCase(Locale.ROOT) + "_TOKEN",
                      source(authentication, access),
                      Clock.systemUTC());
              token.now();
              return access.with(token);
            })
        .orElse(access);
  }

  private Supplier<Token> source(Authentication authentication, ServiceAccess access) {
    if (authentication instanceof Authentication.OAuth2 oauth2) {
      return new ClientCredentials(oauth2, access, limits);
    }
    if (authentication instanceof Authentication.Command command) {
      return new CommandOutput(command, limits.timeout());
    }
    return new FileContent((Authentication.TokenFile) authentication);
  }
}
