package dev.assay.proof.defect;

import dev.assay.contract.Parameter;
import dev.assay.contract.SecurityScheme;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The documented request that is refused, and what happens to those of which no document speaks:
 * other methods, odd headers, no body.
 */
record TransportDefects(DefectList list, Promises promises, String method) {

  static void addTo(DefectList list, Promises promises) {
    TransportDefects defects = new TransportDefects(list, promises, promises.operation().method());
    defects.refused();
    defects.methods();
    defects.headers();
    if (!promises.operation().mediaType().isEmpty()) {
      defects.bodies();
    }
  }

  private void refused() {
    refused("answered-as-unknown-path", "404 to the documented request", 404);
    refused("answered-as-other-method", "405 to the documented request", 405);
    if (!promises.operation().mediaType().isEmpty()) {
      refused("answered-as-other-content-type", "415 to the documented request", 415);
    }
    promises.key().ifPresent(any -> refused("right-token-refused", "401 to the right token", 401));
  }

  private void refused(String name, String says, int status) {
    list.add(
        name,
        "answers " + says,
        Mutations.refusing(any -> true, status, "not so"),
        list.acceptance());
  }

  private void methods() {
    for (String other : List.of("GET", "PUT")) {
      if (!other.equals(method)) {
        crash(other.toLowerCase(Locale.ROOT), other, "methods", v -> v.is(other));
      }
    }
    if (method.equals("POST")) {
      list.add(
          "put-taken-for-post",
          "takes PUT for POST",
          Mutations.requests(
              request -> request.method().equals("PUT") ? request.as("POST") : request),
          "silent/methods");
    }
  }

  private void headers() {
    promises.key().ifPresent(this::twoKeys);
    promises.operation().parameters().stream()
        .filter(parameter -> parameter.required() && parameter.in().equals("header"))
        .map(Parameter::name)
        .forEach(this::header);
  }

  private void twoKeys(SecurityScheme key) {
    String name = key.name().toLowerCase(Locale.ROOT);
    crash(
        "two-tokens",
        "two " + key.name() + " headers",
        "authorization-forms",
        v -> v.request().headers().values().getOrDefault(name, List.of()).size() == 2);
  }

  private void header(String given) {
    String name = given.toLowerCase(Locale.ROOT);
    Predicate<RequestView> lacks = v -> v.isAuthorised() && !v.has(name);
    crash("no-" + name, "no " + given, name, lacks);
    crash("long-" + name, "a long " + given, name, v -> v.header(name).length() > 1000);
    list.accepts(
        "missing-" + name + "-accepted", "a request with no " + given, lacks, "silent/" + name);
  }

  private void bodies() {
    crash(
        "no-content-type",
        "no Content-Type",
        "content-type",
        v -> isOne(v) && !v.has("content-type"));
    crash(
        "empty-body",
        "an empty body",
        "malformed-body",
        v -> isOne(v) && v.request().body().length() == 0);
  }

  /** Whether it is for this operation, from a client that shows who it is. */
  private boolean isOne(RequestView view) {
    boolean shown =
        promises.key().stream().allMatch(key -> view.has(key.name().toLowerCase(Locale.ROOT)));
    return view.is(method) && shown;
  }

  private void crash(String name, String says, String silent, Predicate<RequestView> such) {
    list.crashes(name, says, such, "silent/" + silent);
  }
}
