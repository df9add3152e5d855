package dev.assay.suite.derive;

import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.contract.path.PathTemplate;
import dev.assay.suite.CaseList;
import dev.assay.verdict.ResponseExpectations;
import java.util.List;
import java.util.Optional;

/** An operation of which nothing can be asked, or nothing may be. */
record LeftOut(CaseContext context) {

  /** Why, if it is one. */
  Optional<String> reason() {
    Operation operation = context.operation();
    if (operation.ifSuccess().isEmpty()) {
      return Optional.of(
          "the contract documents no success of it, by which one could tell that it was reached");
    }
    return context
        .service()
        .forbids(operation)
        .or(
            () ->
                PathTemplate.undeclared(operation)
                    .map("the contract declares no parameter %s of its path"::formatted))
        .or(() -> unmade(operation));
  }

  private Optional<String> unmade(Operation operation) {
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() && context.requests().value(parameter).isEmpty()) {
        return Optional.of(
            "no valid value was found for %s; give one as `values: { %s: … }` in the target file"
                .formatted(parameter.says(), parameter.name()));
      }
    }
    RequestBody body = operation.body();
    if (!body.isPresent()) {
      return Optional.empty();
    }
    if (!body.content().isWritable()) {
      return Optional.of(
          "a body of %s cannot be made; JSON, forms and texts can".formatted(body.mediaType()));
    }
    return body.required() && context.requests().values("body").body().isEmpty()
        ? Optional.of("no valid body was found; show one as an `example` in the contract")
        : Optional.empty();
  }

  /** The one case that says so. */
  void add(String reason) {
    CaseList cases = context.cases();
    cases.skip(
        "not-asked",
        "it is asked",
        reason,
        List.of(cases.about("request/documented", ResponseExpectations.accepted())));
  }
}
