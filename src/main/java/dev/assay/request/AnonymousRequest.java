package dev.assay.request;

import dev.assay.contract.SecurityScheme;
import dev.assay.exchange.Request;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A request of nobody. */
public final class AnonymousRequest {

  private AnonymousRequest() {}

  /** The request without what shows who sends it; all else in it stays. */
  public static Request of(Request request, List<SecurityScheme> schemes) {
    Request without = request;
    for (SecurityScheme scheme : schemes) {
      without =
          switch (scheme.in()) {
            case "header" -> without.without(scheme.name());
            case "cookie" -> without.without("Cookie");
            default -> withoutParameter(without, scheme.name());
          };
    }
    return without;
  }

  private static Request withoutParameter(Request request, String name) {
    String left =
        Arrays.stream(request.query().orElse("").split("&", -1))
            .filter(pair -> !pair.startsWith(ParameterStyle.encoded(name) + "="))
            .collect(Collectors.joining("&"));
    return left.isEmpty() ? request.withoutQuery() : request.withQuery(left);
  }
}
