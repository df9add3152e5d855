package dev.assay.suite.probe;

import dev.assay.contract.SecurityScheme;
import dev.assay.exchange.secret.Secrets;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import java.util.ArrayList;
import java.util.List;

/** The wrong values of a header that carries a token. */
record AuthorizationForms(String header, String scheme, Secrets secrets) {

  private static final int VERY_LONG = 4_000;

  AuthorizationForms(SecurityScheme scheme, Secrets secrets) {
    this(scheme.name(), scheme.kind().prefix(), secrets);
  }

  /** What can go wrong with a word and a token. */
  List<AuthorizationMutation> behindScheme() {
    List<AuthorizationMutation> forms = new ArrayList<>(common());
    forms.add(otherScheme("no-scheme", "the token without its scheme", "$TOKEN"));
    forms.add(otherScheme("basic-scheme-token", "the right token under Basic", "Basic $TOKEN"));
    forms.add(otherScheme("other-scheme", "the right token under another scheme", "Token $TOKEN"));
    forms.add(open("lower-case-scheme", "bearer in lower case", "bearer $TOKEN"));
    forms.add(open("upper-case-scheme", "BEARER in capitals", "BEARER $TOKEN"));
    forms.add(open("two-spaces", "two spaces after the scheme", "Bearer  $TOKEN"));
    forms.add(open("no-space", "no space after the scheme", "Bearer$TOKEN"));
    forms.add(twoHeaders());
    return forms;
  }

  /** What can go wrong with a bare token. */
  List<AuthorizationMutation> key() {
    List<AuthorizationMutation> forms = new ArrayList<>(common());
    forms.add(open("bearer-scheme", "the token under Bearer", "Bearer $TOKEN"));
    forms.add(open("basic-scheme-token", "the token under Basic", "Basic $TOKEN"));
    forms.add(twoHeaders());
    return forms;
  }

  private List<AuthorizationMutation> common() {
    List<AuthorizationMutation> forms = new ArrayList<>();
    forms.add(
        new AuthorizationMutation(
            "missing-header", "no " + header + " header", Kind.MISSING, r -> r.without(header)));
    forms.add(
        new AuthorizationMutation(
            "query-only",
            "the token in the query only",
            Kind.MISSING,
            r ->
                r.without(header)
                    .withQuery("token=$TOKEN&access_token=$TOKEN&Authorization=$TOKEN")));
    forms.add(invalid("empty-header", "an empty " + header + " header", ""));
    forms.add(invalid("bearer-alone", "the word Bearer and no token", "Bearer"));
    forms.add(invalid("basic-scheme", "Basic credentials", "Basic YXNzYXk6YXNzYXk="));
    forms.add(invalid("wrong-token", "a wrong token", scheme + "assay-wrong-token"));
    forms.add(
        invalid(
            "wrong-token-same-length",
            "a wrong token of the right length",
            scheme + secrets.wrongOneOfSameLength("TOKEN")));
    forms.add(
        invalid("truncated-token", "the token less its last character", scheme + "${TOKEN%?}"));
    forms.add(
        invalid("beheaded-token", "the token less its first character", scheme + "${TOKEN#?}"));
    forms.add(invalid("token-plus-one", "the token and one character more", scheme + "${TOKEN}x"));
    forms.add(
        invalid(
            "last-character",
            "the token with another last character",
            scheme + "${TOKEN%?}" + secrets.otherThanLast("TOKEN")));
    forms.add(
        invalid(
            "first-character",
            "the token with another first character",
            scheme + secrets.otherThanFirst("TOKEN") + "${TOKEN#?}"));
    forms.add(
        invalid(
            "inner-character",
            "the token with another character in its middle",
            scheme
                + "${TOKEN:0:${#TOKEN}/2}"
                + secrets.otherThanMiddle("TOKEN")
                + "${TOKEN:${#TOKEN}/2+1}"));
    forms.addAll(likenesses());
    forms.add(invalid("null-token", "the word null for a token", scheme + "null"));
    forms.add(open("very-long", "a token of 4,000 characters", scheme + "x".repeat(VERY_LONG)));
    if (secrets.hasLetters("TOKEN")) {
      forms.add(invalid("swapped-case", "the token in swapped letter case", scheme + "${TOKEN~~}"));
    }
    return forms;
  }

  /** What a search or a careless comparison takes for the token. */
  private List<AuthorizationMutation> likenesses() {
    String half = scheme + "${TOKEN:0:${#TOKEN}/2}";
    String underscores = "_".repeat(secrets.wrongOneOfSameLength("TOKEN").length());
    return List.of(
        invalid("first-half", "the first half of the token", half),
        invalid("half-percent", "half of the token and the wildcard of SQL", half + "%"),
        invalid("half-star", "half of the token and a star", half + "*"),
        invalid("percent", "the wildcard of SQL for a token", scheme + "%"),
        invalid("underscores", "an underscore for each character", scheme + underscores),
        invalid("leading-zero", "a zero before the token", scheme + "0${TOKEN}"),
        invalid("token-twice", "the token twice in a row", scheme + "${TOKEN}${TOKEN}"));
  }

  private AuthorizationMutation invalid(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.INVALID, r -> r.with(header, value));
  }

  private AuthorizationMutation otherScheme(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.OTHER_SCHEME, r -> r.with(header, value));
  }

  private AuthorizationMutation open(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.OPEN, r -> r.with(header, value));
  }

  private AuthorizationMutation twoHeaders() {
    return new AuthorizationMutation(
        "two-headers",
        "a right and a wrong " + header + " header",
        Kind.OPEN,
        r -> r.and(header, scheme + "assay-wrong-token"));
  }
}
