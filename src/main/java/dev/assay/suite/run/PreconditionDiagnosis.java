package dev.assay.suite.run;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.record.Recorder;
import dev.assay.suite.OperationSuite;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.Optional;

/**
 * Tells a service that breaks its contract from something that is not that service, and from a
 * service that was given the wrong credentials. Only the first may be blamed.
 */
final class PreconditionDiagnosis {

  private static final int SHOWN = 80;

  private final OperationSuite suite;
  private final String service;
  private final Recorder recorder;

  PreconditionDiagnosis(OperationSuite suite, String service, Recorder recorder) {
    this.suite = suite;
    this.service = service;
    this.recorder = recorder;
  }

  /** Why this operation cannot be judged, in a sentence; empty if it can. */
  Optional<String> problem(CaseResult precondition, Client client) {
    return problemOf(precondition, client).map(recorder::text);
  }

  private Optional<String> problemOf(CaseResult precondition, Client client) {
    boolean plain =
        precondition.outcome() != Outcome.FAIL && precondition.outcome() != Outcome.ERROR;
    if (plain || precondition.evidence().received().isEmpty()) {
      return Optional.empty();
    }
    Exchange exchange = precondition.evidence().received().get(0);
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
    if (isDocumentedRefusal(answer)) {
      return Optional.of(notForThese(exchange, answer));
    }
    boolean refusal = answer.status() == 401 && !InTheWay.isPage(answer);
    if (refusal && !suite.refusals().resembles(answer)) {
      return Optional.of(refused(exchange, answer));
    }
    return new Recognition(suite, client).isService(exchange.request(), answer)
        ? Optional.empty()
        : Optional.of(noSign(exchange, answer));
  }

  private String noSign(Exchange exchange, Response answer) {
    return new InTheWay(service)
        .sentence(exchange, answer)
        .orElseGet(
            () ->
                mayBeForItsValues(answer)
                    ? notForThese(exchange, answer)
                    : noSignAtAll(exchange, answer));
  }

  /**
   * Whatever the documents call a refusal without a word of when it is given may be given for
   * values that the service does not know, or for the state that it is in.
   */
  private boolean isDocumentedRefusal(Response answer) {
    return answer.status() / 100 == 4
        && !MissingOperation.OF_THE_METHOD.contains(answer.status())
        && suite
            .operation()
            .documented(answer.status())
            .filter(response -> response.isExact() && response.occasions().isEmpty())
            .isPresent();
  }

  /** Where no document tells how its refusals look, they tell nothing of who gives them. */
  private boolean mayBeForItsValues(Response answer) {
    return suite.refusals().member().isEmpty()
        && answer.status() / 100 == 4
        && answer.status() != 403
        && answer.status() != 405;
  }

  private String notForThese(Exchange exchange, Response answer) {
    return "%s refuses the documented request with %s %s: %s; give values that it knows, as `values` in services.%s or as an `example` in its contract, and check its baseUrl."
        .formatted(
            exchange.request().uri(), answer.status(), mediaType(answer), inBrief(answer), service);
  }

  private String noSignAtAll(Exchange exchange, Response answer) {
    return "%s answered the documented request with %s %s and shows no sign of being this service: %s; check services.%s.baseUrl%s."
        .formatted(
            exchange.request().uri(),
            answer.status(),
            mediaType(answer),
            inBrief(answer),
            service,
            answer.status() == 403 ? ", or " + headers() : "");
  }

  private String headers() {
    return "add the key that a gateway in front of it asks for under services.%s.headers"
        .formatted(service);
  }

  private String redirected(Exchange exchange, Response answer) {
    return "%s redirects the documented request to %s (status %s), and no redirect is followed, lest credentials go along; if the service is there, set services.%s.baseUrl to it.%s"
        .formatted(
            exchange.request().uri(),
            answer.header("Location").map(PreconditionDiagnosis::cut).orElse("nowhere"),
            answer.status(),
            service,
            InTheWay.ofRedirect(answer));
  }

  private String refused(Exchange exchange, Response answer) {
    String key = answer.status() == 401 ? "token" : "user or room";
    return "%s refuses the documented request with %s %s; check the %s in services.%s%s."
        .formatted(
            exchange.request().uri(),
            answer.status(),
            inBrief(answer),
            key,
            service,
            suite.refusals().isOne(exchange) ? "" : ", and " + headers());
  }

  /** Why nothing can be judged any more: the documented request, accepted at first, ended so. */
  String changed(Exchange exchange) {
    return recorder.text(change(exchange));
  }

  private String change(Exchange exchange) {
    boolean cancelled =
        exchange.failure().filter(f -> f.kind() == Failure.Kind.CANCELLED).isPresent();
    if (cancelled) {
      return "whether the documented request is still accepted could not be asked: %s."
          .formatted(exchange.failure().get().detail());
    }
    return exchange
        .response()
        .map(answer -> noLongerAccepted(exchange, answer))
        .orElseGet(
            () ->
                "the documented request was accepted at first and no longer is: %s."
                    .formatted(exchange.failure().orElseThrow().detail()));
  }

  private String noLongerAccepted(Exchange exchange, Response answer) {
    boolean principal = answer.status() == 403 && suite.refusals().resembles(answer);
    String what =
        answer.status() == 401
            ? "the token"
            : principal ? "the user or room" : "the documented request";
    String advice =
        answer.status() == 401
            ? "renew the token in services." + service
            : principal
                ? "check the user or room in services." + service
                : "see whether a firewall, a quota or too many requests came in between";
    return "%s was accepted at first and no longer is: %s now answers the documented request with %s %s%s; %s."
        .formatted(
            what,
            exchange.request().uri(),
            answer.status(),
            inBrief(answer),
            answer
                .header("Retry-After")
                .map(wait -> " (Retry-After: " + cut(wait) + ")")
                .orElse(""),
            advice);
  }

  /** What is to be said where a firewall or a gateway may have refused instead of the service. */
  static String notItsOwn(Verdict refused) {
    return "refused with a page, again and again, which a firewall may have done before the service saw the request: "
        + refused.actual();
  }

  private static String mediaType(Response answer) {
    return answer.header("Content-Type").map(type -> "(" + type + ")").orElse("(no Content-Type)");
  }

  private static String inBrief(Response answer) {
    String text = answer.text().strip();
    return text.isEmpty() ? "no body" : cut(text);
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
