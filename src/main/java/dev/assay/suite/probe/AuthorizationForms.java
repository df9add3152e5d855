package dev.assay.suite.probe;

import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The wrong values of what carries a credential. */
record AuthorizationForms(CredentialPlace place, Secrets secrets) {

  private static final int VERY_LONG = 4_000;
  static final String NOBODY = "Basic YXNzYXk6YXNzYXk=";
  private static final Set<String> HEADER_ONLY =
      Set.of("query-only", "basic-scheme", "half-percent", "half-star", "percent");

  /** What can go wrong with a word and a token. */
  List<AuthorizationMutation> behindScheme() {
    List<AuthorizationMutation> forms = new ArrayList<>(common());
    forms.add(otherScheme("no-scheme", "the token without its scheme", token()));
    forms.add(otherScheme("basic-scheme-token", "the right token under Basic", "Basic " + token()));
    forms.add(
        otherScheme("other-scheme", "the right token under another scheme", "Token " + token()));
    forms.add(open("lower-case-scheme", "bearer in lower case", "bearer " + token()));
    forms.add(open("upper-case-scheme", "BEARER in capitals", "BEARER " + token()));
    forms.add(open("two-spaces", "two spaces after the scheme", "Bearer  " + token()));
    forms.add(open("no-space", "no space after the scheme", "Bearer" + token()));
    forms.add(twoHeaders());
    return forms;
  }

  /** What can go wrong with a user and a password: other letters may still spell the same ones. */
  List<AuthorizationMutation> basic() {
    List<AuthorizationMutation> forms = new ArrayList<>();
    forms.add(missing());
    forms.add(invalid("empty-header", "an empty " + place.says(), ""));
    forms.add(invalid("scheme-alone", "the word Basic and nothing else", "Basic"));
    forms.add(invalid("basic-scheme", "a user and password of nobody", NOBODY));
    forms.add(invalid("no-base64", "what is no Base64", "Basic ~~~"));
    forms.add(otherScheme("no-scheme", "the credentials without their scheme", token()));
    forms.add(otherScheme("bearer-scheme", "the credentials under Bearer", "Bearer " + token()));
    forms.add(open("lower-case-scheme", "basic in lower case", "basic " + token()));
    forms.add(open("two-spaces", "two spaces after the scheme", "Basic  " + token()));
    forms.add(twoHeaders());
    return forms;
  }

  /** What can go wrong with a bare token; only a header can hold any character. */
  List<AuthorizationMutation> key() {
    List<AuthorizationMutation> forms = new ArrayList<>(common());
    if (!place.isHeader()) {
      forms.removeIf(form -> HEADER_ONLY.contains(form.name()));
      forms.add(twoHeaders());
      return forms;
    }
    forms.add(open("bearer-scheme", "the token under Bearer", "Bearer " + token()));
    forms.add(open("basic-scheme-token", "the token under Basic", "Basic " + token()));
    forms.add(twoHeaders());
    return forms;
  }

  private List<AuthorizationMutation> common() {
    List<AuthorizationMutation> forms = new ArrayList<>();
    forms.add(missing());
    forms.add(
        new AuthorizationMutation(
            "query-only", "the token in the query only", Kind.MISSING, this::inQuery));
    forms.add(invalid("empty-header", "an empty " + place.says(), ""));
    forms.add(invalid("bearer-alone", "the word Bearer and no token", "Bearer"));
    forms.add(invalid("basic-scheme", "Basic credentials", NOBODY));
    forms.add(invalid("wrong-token", "a wrong token", place.prefix() + "assay-wrong-token"));
    forms.add(
        invalid(
            "wrong-token-same-length",
            "a wrong token of the right length",
            place.prefix() + secrets.wrongOneOfSameLength(place.placeholder())));
    forms.add(
        invalid(
            "truncated-token", "the token less its last character", place.prefix() + part("%?")));
    forms.add(
        invalid(
            "beheaded-token", "the token less its first character", place.prefix() + part("#?")));
    forms.add(
        invalid(
            "token-plus-one", "the token and one character more", place.prefix() + part("") + "x"));
    forms.add(
        invalid(
            "last-character",
            "the token with another last character",
            place.prefix() + part("%?") + secrets.otherThanLast(place.placeholder())));
    forms.add(
        invalid(
            "first-character",
            "the token with another first character",
            place.prefix() + secrets.otherThanFirst(place.placeholder()) + part("#?")));
    forms.add(
        invalid(
            "inner-character",
            "the token with another character in its middle",
            place.prefix()
                + firstHalf()
                + secrets.otherThanMiddle(place.placeholder())
                + part(":${#" + place.placeholder() + "}/2+1")));
    forms.addAll(likenesses());
    forms.add(invalid("null-token", "the word null for a token", place.prefix() + "null"));
    forms.add(
        open("very-long", "a token of 4,000 characters", place.prefix() + "x".repeat(VERY_LONG)));
    if (secrets.hasLetters(place.placeholder())) {
      forms.add(
          invalid("swapped-case", "the token in swapped letter case", place.prefix() + part("~~")));
    }
    return forms;
  }

  private AuthorizationMutation missing() {
    return new AuthorizationMutation(
        "missing-header", "no " + place.says(), Kind.MISSING, place::without);
  }

  private Request inQuery(Request request) {
    String query = "token=%s&access_token=%s&Authorization=%s".replace("%s", token());
    return place
        .without(request)
        .withQuery(request.query().map(before -> before + "&" + query).orElse(query));
  }

  /** What a search or a careless comparison takes for the token. */
  private List<AuthorizationMutation> likenesses() {
    String half = place.prefix() + firstHalf();
    String underscores = "_".repeat(secrets.wrongOneOfSameLength(place.placeholder()).length());
    return List.of(
        invalid("first-half", "the first half of the token", half),
        invalid("half-percent", "half of the token and the wildcard of SQL", half + "%"),
        invalid("half-star", "half of the token and a star", half + "*"),
        invalid("percent", "the wildcard of SQL for a token", place.prefix() + "%"),
        invalid("underscores", "an underscore for each character", place.prefix() + underscores),
        invalid("leading-zero", "a zero before the token", place.prefix() + "0" + part("")),
        invalid("token-twice", "the token twice in a row", place.prefix() + part("") + part("")));
  }

  private AuthorizationMutation invalid(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.INVALID, r -> place.with(r, value));
  }

  private AuthorizationMutation otherScheme(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.OTHER_SCHEME, r -> place.with(r, value));
  }

  private AuthorizationMutation open(String name, String says, String value) {
    return new AuthorizationMutation(name, says, Kind.OPEN, r -> place.with(r, value));
  }

  private AuthorizationMutation twoHeaders() {
    return new AuthorizationMutation(
        "two-headers",
        "a right and a wrong " + place.says(),
        Kind.OPEN,
        r -> place.also(r, place.prefix() + "assay-wrong-token"));
  }

  private String token() {
    return "$" + place.placeholder();
  }

  /** A part of the credential, in the notation of {@link Secrets}. */
  private String part(String how) {
    return "${" + place.placeholder() + how + "}";
  }

  private String firstHalf() {
    return part(":0:${#" + place.placeholder() + "}/2");
  }
}
