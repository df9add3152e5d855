package dev.assay.suite;

import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.verdict.Answers;
import dev.assay.verdict.Members;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What only a whole run shows of a clause, once all cases have been played.
 *
 * @param description what is fact where the clause holds
 * @param check what is expected of these exchanges
 * @param cases whose exchanges are looked at
 * @param exchanges which of them
 */
record Review(
    String description,
    Check check,
    Predicate<ConformanceCase> cases,
    Predicate<Exchange> exchanges) {

  private static final int INTERNAL_ERROR = 500;

  /** No two documented successes share their id. */
  static Review distinctIds(Operation operation, String member) {
    return new Review(
        "no two messages of the whole run share their id",
        new Check(operation.clause("200/message-id-unique"), Members.distinct(member)),
        ConformanceCase::promisesSuccess,
        any -> true);
  }

  /** Whatever was answered with 500, where nothing provoked it, says so in the documented words. */
  static Review internalErrors(Operation operation) {
    return new Review(
        "what is answered with 500 in the whole run has the documented text",
        new Check(
            operation.clause("500/internal-error"),
            Answers.errorTextOrStart(
                INTERNAL_ERROR,
                RoomsRefusals.ERROR,
                "Internal server error",
                "File upload failed")),
        c -> !c.decides("500/storage-failure"),
        exchange ->
            exchange.request().uri().getPath().endsWith(operation.path())
                && exchange.response().map(Response::status).equals(Optional.of(INTERNAL_ERROR)));
  }

  /** The id under which reports have it. */
  String id() {
    return check.clause().id() + "/whole-run";
  }
}
