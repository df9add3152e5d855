package dev.assay.suite;

import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.verdict.BodyExpectations;
import java.util.function.Predicate;

/**
 * What only a whole run shows of a clause, once all cases have been run.
 *
 * @param description what is fact where the clause holds
 * @param check what is expected of these exchanges
 * @param cases whose exchanges are looked at
 * @param exchanges which of them
 */
public record Review(
    String description,
    ClauseCheck check,
    Predicate<ConformanceCase> cases,
    Predicate<Exchange> exchanges) {

  /** No two documented successes share their id. */
  public static Review distinctIds(Operation operation, String member) {
    return new Review(
        "no two messages of the whole run share their id",
        new ClauseCheck(
            operation.clause("200/message-id-unique"), BodyExpectations.distinct(member)),
        ConformanceCase::promisesSuccess,
        any -> true);
  }

  /** The id under which reports have it. */
  public String id() {
    return check.clause().id() + "/whole-run";
  }
}
