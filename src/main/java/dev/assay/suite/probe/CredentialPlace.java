package dev.assay.suite.probe;

import dev.assay.contract.SecurityScheme;
import dev.assay.exchange.Request;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    Request without = request;
    for (SecurityScheme each : all) {
      without = without(without, each);
    }
    return without;
  }

  private static Request without(Request request, SecurityScheme scheme) {
    return switch (scheme.in()) {
      case "header" -> request.without(scheme.name());
      case "cookie" -> request.without("Cookie");
      default -> withoutParameter(request, scheme.name());
    };
  }

  private static Request withoutParameter(Request request, String name) {
    String left =
        Arrays.stream(request.query().orElse("").split("&", -1))
            .filter(pair -> !pair.startsWith(name + "="))
            .collect(Collectors.joining("&"));
    return left.isEmpty() ? request.withoutQuery() : request.withQuery(left);
  }

  /** The request with that value instead of the right one, its prefix included. */
  public Request with(Request request, String value) {
    return also(without(request), value);
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
    return with(request, prefix() + "assay-wrong-token");
  }
}
