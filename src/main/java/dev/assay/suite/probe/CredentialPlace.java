package dev.assay.suite.probe;

import dev.assay.contract.SecurityScheme;
import dev.assay.exchange.Request;
import dev.assay.request.AnonymousRequest;
import java.util.List;

/**
 * Where requests carry a credential.
 *
 * @param scheme that the contract asks for
 * @param all schemes of the operation: whoever lacks one has none of them
 * @param placeholder the credential's name in requests, such as {@code TOKEN}
 */
public record CredentialPlace(SecurityScheme scheme, List<SecurityScheme> all, String placeholder) {

  /** What it is called in sentences. */
  String says() {
    return scheme.name() + (isHeader() ? " header" : " " + parameter());
  }

  private String parameter() {
    return scheme.in().equals("query") ? "parameter" : "cookie";
  }

  boolean isHeader() {
    return scheme.in().equals("header");
  }

  /** What stands before the credential. */
  String prefix() {
    return scheme.kind().prefix();
  }

  /** The request without any credential. */
  public Request without(Request request) {
    return AnonymousRequest.of(request, all);
  }

  /** The request without this one, beside others. */
  public Request withoutIt(Request request) {
    return AnonymousRequest.of(request, List.of(scheme));
  }

  /** The request with that value instead of the right one, its prefix included, beside others. */
  public Request with(Request request, String value) {
    return also(withoutIt(request), value);
  }

  /** The request with that value too. */
  Request also(Request request, String value) {
    return switch (scheme.in()) {
      case "header" -> request.and(scheme.name(), value);
      case "cookie" -> request.and("Cookie", scheme.name() + "=" + value);
      default ->
          request.withQuery(
              request.query().map(query -> query + "&").orElse("") + scheme.name() + "=" + value);
    };
  }

  /** The request with a credential that nobody has. */
  public Request wrong(Request request) {
    return scheme.kind() == SecurityScheme.Kind.BASIC
        ? with(request, AuthorizationForms.NOBODY)
        : with(request, prefix() + "assay-wrong-token");
  }
}
