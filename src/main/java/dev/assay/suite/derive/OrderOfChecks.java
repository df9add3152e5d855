package dev.assay.suite.derive;

import dev.assay.contract.Field;
import dev.assay.contract.Parameter;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.suite.derive.CaseContext.Refusal;
import dev.assay.suite.probe.CredentialPlace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several things wrong at once: which of them is told is open, but none of such requests is
 * accepted.
 */
record OrderOfChecks(CaseContext context) {

  void add() {
    Map<String, Request> others = new LinkedHashMap<>(refused());
    absent().forEach(others::putIfAbsent);
    context.credential().ifPresent(place -> credential(place, others));
    for (Refusal refusal : context.refusals()) {
      if (refusal.occasion().isOfTarget()) {
        principal(refusal, context.field(refusal.occasion()).orElseThrow());
      }
    }
  }

  private void credential(CredentialPlace place, Map<String, Request> others) {
    Map<String, Request> withoutToken = new LinkedHashMap<>(others);
    unreadable().forEach(withoutToken::putIfAbsent);
    withoutToken.forEach(
        (what, request) -> order("no-token", what, place.without(request), "401/missing-header"));
    others.forEach(
        (what, request) -> order("wrong-token", what, place.wrong(request), "401/invalid-header"));
  }

  private void principal(Refusal refusal, Field field) {
    String value = PrincipalCases.another(context, refusal);
    Request other = draft().withText(field.path(), value).request();
    order(
        refusal.reason(),
        "other-type",
        other.with("Content-Type", "text/plain"),
        refusal.status() + "/" + refusal.reason());
    for (Map.Entry<String, Draft> spoilt : spoilt(false).entrySet()) {
      if (spoilt.getValue().has(field.path()) && !spoilt.getKey().equals(refusal.reason())) {
        order(
            refusal.reason(),
            spoilt.getKey(),
            spoilt.getValue().withText(field.path(), value).request(),
            refusal.status() + "/" + refusal.reason());
      }
    }
  }

  /** Each documented refusal's request. */
  private Map<String, Request> refused() {
    Map<String, Request> requests = new LinkedHashMap<>();
    for (Refusal refusal : context.refusals()) {
      Field field = context.field(refusal.occasion()).orElseThrow();
      if (refusal.occasion().isOfTarget()) {
        requests.put(
            refusal.reason(),
            draft().withText(field.path(), PrincipalCases.another(context, refusal)).request());
      }
    }
    spoilt(true).forEach((what, draft) -> requests.put(what, draft.request()));
    return requests;
  }

  /**
   * The documented request with one thing wrong with its body.
   *
   * @param lacking whether a field that says who sends, or where, may be what is wrong
   */
  private Map<String, Draft> spoilt(boolean lacking) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    context
        .file()
        .flatMap(Field::limit)
        .map(SizeCases::farOver)
        .ifPresent(
            size ->
                drafts.put(
                    "too-large",
                    draft().with(SampleFile.PDF, context.requests().sized(size, SampleFile.PDF))));
    for (Field field : context.operation().body().fields()) {
      if (field.isLeaf() && (field.trait("x-value").isEmpty() || lacking)) {
        drafts.put("no-" + field.name().replace('_', '-'), draft().without(field.path()));
      }
    }
    return drafts;
  }

  /** Without a header that every request has. */
  private Map<String, Request> absent() {
    Map<String, Request> requests = new LinkedHashMap<>();
    for (Parameter parameter : context.operation().parameters()) {
      if (parameter.required() && parameter.in().equals("header")) {
        requests.put("no-" + parameter.name(), context.plain("order").without(parameter.name()));
      }
    }
    return requests;
  }

  /** What a service may stumble over before it looks at anything else. */
  private Map<String, Request> unreadable() {
    if (!context.operation().body().isPresent()) {
      return Map.of();
    }
    Request good = context.plain("order");
    Map<String, Request> requests = new LinkedHashMap<>();
    requests.put("no-body", good.withBody(Body.NONE));
    requests.put("other-type", good.with("Content-Type", "text/plain"));
    requests.put("no-type", good.without("Content-Type"));
    if (!context.operation().body().isForm()) {
      requests.put("broken-body", good.withBody(new Body.Text("{")));
    }
    return requests;
  }

  private Draft draft() {
    return context.requests().draft("order");
  }

  private void order(String one, String other, Request request, String broken) {
    new RefusalCases(context.cases())
        .order(
            one + "-and-" + other,
            "a request with two things wrong (%s, %s) is refused"
                .formatted(one.replace('-', ' '), other.replace('-', ' ')),
            request,
            broken);
  }
}
