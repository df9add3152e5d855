package dev.assay.suite.probe;

import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A way to get a credential wrong.
 *
 * @param name for case ids
 * @param says what it is, to follow "a request with"
 * @param kind what the documents say of it
 * @param change makes it out of a request with the right header
 */
public record AuthorizationMutation(
    String name, String says, Kind kind, UnaryOperator<Request> change) {

  public enum Kind {
    /** There is no header. */
    MISSING("missing-header"),
    /** There is one, and it is not valid. */
    INVALID("invalid-header"),
    /** There is one with a right token, but not behind the documented word. */
    OTHER_SCHEME("other-scheme"),
    /** The documents leave it open. */
    OPEN("");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** The reason for which it is refused, in the words of contracts. */
    public String reason() {
      return reason;
    }
  }

  /** What a server that remembers the header of the request before could take for it. */
  private static final Set<String> ALIKE =
      Set.of("missing-header", "wrong-token-same-length", "last-character", "swapped-case");

  /** Whether it is worth asking on the connection of a request that was right. */
  public boolean isOfInterestAfterTheRightOne() {
    return ALIKE.contains(name);
  }

  /** What can go wrong with the credential that the scheme asks for. */
  public static List<AuthorizationMutation> of(CredentialPlace place, Secrets secrets) {
    AuthorizationForms forms = new AuthorizationForms(place, secrets);
    return switch (place.scheme().kind()) {
      case KEY -> forms.key();
      case BEARER -> forms.behindScheme();
      case BASIC -> forms.basic();
    };
  }
}
