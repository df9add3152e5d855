package dev.assay.exchange.auth;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** When a token expires that says so itself (RFC 7519, section 4.1.4). */
final class JwtExpiry {

  private JwtExpiry() {}

  /** Nobody knows of other tokens. */
  static Optional<Instant> of(String token) {
    try {
      return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
          .map(claims -> claims.getExpirationTime())
          .map(Date::toInstant);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
