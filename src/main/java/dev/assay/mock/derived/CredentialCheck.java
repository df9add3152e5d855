package dev.assay.mock.derived;

import dev.assay.contract.SecurityScheme;
import dev.assay.mock.http.MockRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a request shows who sends it, in one of the documented ways.
 *
 * @param alternatives those ways, all schemes of one; none where anybody may send
 * @param values the credentials, by the names under which the contract refers to them
 */
record CredentialCheck(List<List<SecurityScheme>> alternatives, Map<String, String> values) {

  boolean passes(MockRequest request) {
    return alternatives.isEmpty()
        || alternatives.stream()
            .anyMatch(all -> all.stream().allMatch(scheme -> isShown(scheme, request)));
  }

  private Stream<SecurityScheme> schemes() {
    return alternatives.stream().flatMap(List::stream);
  }

  /** Whether it shows anything, right or wrong. */
  boolean areSent(MockRequest request) {
    return schemes().anyMatch(scheme -> sent(scheme, request).findAny().isPresent());
  }

  /** What a refused client is to show (RFC 9110, section 11.6.1). */
  String challenge() {
    return schemes()
        .filter(scheme -> scheme.kind() != SecurityScheme.Kind.KEY)
        .findFirst()
        .map(scheme -> scheme.kind().prefix() + "realm=\"assay\"")
        .orElse("Key realm=\"assay\"");
  }

  /** Whether that name is that of a header, a parameter or a cookie with a credential in it. */
  boolean isCredential(String name) {
    return schemes().map(SecurityScheme::name).anyMatch(name::equalsIgnoreCase);
  }

  private boolean isShown(SecurityScheme scheme, MockRequest request) {
    return sent(scheme, request).anyMatch(given -> isRight(given, scheme));
  }

  private static Stream<String> sent(SecurityScheme scheme, MockRequest request) {
    return switch (scheme.in()) {
      case "query" -> request.parameter(scheme.name()).stream();
      case "cookie" -> SentParameters.cookies(request, scheme.name()).stream();
      default -> request.headers().only(scheme.name().toLowerCase(Locale.ROOT)).stream();
    };
  }

  /**
   * The word before a credential may be in any letter case (RFC 9110, section 11.1). Where no value
   * is known, any is right.
   */
  private boolean isRight(String given, SecurityScheme scheme) {
    String word = scheme.kind().prefix();
    return given.regionMatches(true, 0, word, 0, word.length())
        && scheme
            .value()
            .map(name -> given.substring(word.length()).equals(values.get(name)))
            .orElse(true);
  }
}
