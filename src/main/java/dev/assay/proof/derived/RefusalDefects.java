package dev.assay.proof.derived;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Documented refusals that are not what the contract promises. */
record RefusalDefects(MutantsOfOperation list, DocumentedResponse refusal) {

  static void addTo(MutantsOfOperation list) {
    provoked(list.operation())
        .distinct()
        .forEach(refusal -> new RefusalDefects(list, refusal).bodies());
  }

  /** Those that a request can provoke which is not valid, or shows not who sends it. */
  private static Stream<DocumentedResponse> provoked(Operation operation) {
    Stream<DocumentedResponse> anonymous =
        operation.security().isEmpty() || operation.alternatives().contains(List.of())
            ? Stream.empty()
            : first(operation, List.of(401, 403)).stream();
    Stream<DocumentedResponse> invalid =
        AcceptanceDefects.refusesInvalidOnes(operation) && asksForAnything(operation)
            ? first(operation, List.of(400, 422)).stream()
            : Stream.empty();
    return Stream.concat(anonymous, invalid);
  }

  /** What is wrong in a path may be answered as if nothing were there. */
  private static boolean asksForAnything(Operation operation) {
    return operation.body().isPresent()
        || operation.parameters().stream()
            .anyMatch(parameter -> parameter.required() && !parameter.in().equals("path"));
  }

  private static Optional<DocumentedResponse> first(Operation operation, List<Integer> statuses) {
    return statuses.stream().flatMap(status -> operation.documented(status).stream()).findFirst();
  }

  private void bodies() {
    if (!refusal.isJson()) {
      return;
    }
    for (SchemaChange flaw : SchemaFlaws.of(OperationEdits.unshown(refusal.schema()))) {
      list.reads(
          "refusal-" + refusal.key() + "-" + flaw.slug(),
          "refuses with " + refusal.key() + " and " + flaw.says("the body"),
          OperationEdits.response(
              refusal, read -> OperationEdits.with(read, refusal.content(), flaw.shown())));
    }
  }
}
