package dev.assay.exchange.auth;

import dev.assay.UserException;
import dev.assay.exchange.secret.RenewedCredential.Token;
import java.util.function.Function;

/** A text from outside that is to be a token. */
record GivenToken(String text) {

  /** How many bytes of what was found are looked at: no token is longer. */
  static final int LONGEST = 1 << 16;

  /**
   * The token, without the line end after it.
   *
   * @param problem makes an error of what is wrong
   * @throws UserException if no header could carry it
   */
  Token checked(Function<String, UserException> problem) {
    String token = text.replaceFirst("\\R$", "");
    if (token.isEmpty()) {
      throw problem.apply("it is empty");
    }
    if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw problem.apply(
          "it has a blank, a line break or another character in it that no token has");
    }
    return new Token(token, JwtExpiry.of(token));
  }
}
