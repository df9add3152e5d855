package dev.assay.exchange.auth;

import dev.assay.UserException;
import dev.assay.exchange.secret.RenewedCredential.Token;
import dev.assay.exchange.target.Authentication.TokenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;

/** A token that a file holds, by itself. */
record FileContent(TokenFile source) implements Supplier<Token> {

  @Override
  public Token get() {
    try (InputStream in = Files.newInputStream(source.file())) {
      byte[] bytes = in.readNBytes(GivenToken.LONGEST);
      return new GivenToken(new String(bytes, StandardCharsets.UTF_8))
          .checked(what -> problem("has no token in it: " + what));
    } catch (IOException e) {
      throw problem("cannot be read");
    }
  }

  private UserException problem(String what) {
    return new UserException("%s: the file %s %s".formatted(source.key(), source.file(), what));
  }
}
