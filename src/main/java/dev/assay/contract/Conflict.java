package dev.assay.contract;

import java.util.List;

/**
 * A place where the documents contradict themselves or stop short; kept as data, never silently
 * resolved.
 *
 * @param id its slug
 * @param says what contradicts what
 * @param between the passages concerned
 * @param clauses the clauses that it touches
 * @param reading how the suites read it
 */
public record Conflict(
    String id, String says, List<Passage> between, List<ClauseId> clauses, String reading) {

  /**
   * One side of a contradiction.
   *
   * @param source where it stands
   * @param says what it says, in our own words
   */
  public record Passage(Source source, String says) {}
}
