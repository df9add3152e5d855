package dev.assay.suite;

import dev.assay.exchange.Exchange;
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

  /** The id under which reports have it. */
  public String id() {
    return check.clause().id() + "/whole-run";
  }
}
