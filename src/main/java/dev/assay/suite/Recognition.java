package dev.assay.suite;

import dev.assay.exchange.Client;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import java.util.Optional;

/**
 * Tells a service that breaks its contract from something that is not that service, and from a
 * service that was given the wrong credentials. Only the first may be blamed.
 */
final class Recognition {

  private static final int SHOWN = 80;

  private final OperationSuite suite;
  private final String service;

  Recognition(OperationSuite suite, String service) {
    this.suite = suite;
    this.service = service;
  }

  /** Why this operation cannot be judged, in a sentence; empty if it can. */
  Optional<String> problem(CaseResult control, Client client) {
    boolean plain = control.outcome() != Outcome.FAIL && control.outcome() != Outcome.ERROR;
    if (plain || control.exchanges().isEmpty()) {
      return Optional.empty();
    }
    Exchange exchange = control.exchanges().get(0);
    if (exchange.failure().isPresent()) {
      return exchange.failure().map(failure -> failure.detail() + ".");
    }
    Response answer = exchange.response().orElseThrow();
    if (suite.refusals().isOne(exchange)) {
      return Optional.of(refused(exchange, answer));
    }
    if (answer.status() / 100 == 3) {
      return Optional.of(redirected(exchange, answer));
    }
    if (isKnown(answer) || isKnownWithoutToken(exchange.request(), client)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s answered the documented request with %d %s and shows no sign of being this service; check services.%s.baseUrl."
            .formatted(exchange.request().uri(), answer.status(), mediaType(answer), service));
  }

  private String redirected(Exchange exchange, Response answer) {
    return "%s redirects the documented request to %s (status %d), and no redirect is followed, lest credentials go along; if the service is there, set services.%s.baseUrl to it."
        .formatted(
            exchange.request().uri(),
            answer.header("Location").map(Recognition::cut).orElse("nowhere"),
            answer.status(),
            service);
  }

  private String refused(Exchange exchange, Response answer) {
    String key = answer.status() == 401 ? "token" : "user or room";
    return "%s refuses the documented request with %d %s; check the %s in services.%s."
        .formatted(exchange.request().uri(), answer.status(), inBrief(answer), key, service);
  }

  private boolean isKnown(Response answer) {
    return suite.refusals().resembles(answer)
        || suite.successMembers().stream().anyMatch(name -> answer.member(name).isPresent());
  }

  private boolean isKnownWithoutToken(Request control, Client client) {
    return client
        .send(control.without("Authorization"))
        .response()
        .filter(answer -> answer.status() == 401 || isKnown(answer))
        .isPresent();
  }

  private static String mediaType(Response answer) {
    return answer.header("Content-Type").map(type -> "(" + type + ")").orElse("(no Content-Type)");
  }

  private static String inBrief(Response answer) {
    return cut(answer.text().strip());
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
