package dev.assay.contract;

import java.util.List;
import java.util.Optional;

/**
 * One checkable statement of the documents.
 *
 * @param id its slug
 * @param level how firmly it is said
 * @param says the statement, in our own words
 * @param source where the documents say it
 * @param intent why it matters to a client, where that is not plain
 * @param untested why no case can decide it, for the few where none can
 * @param decides what follows from the rest of the contract and is decided under this clause, such
 *     as {@code response/401/error_message}
 * @param at file and line of the contract, where it is known
 */
public record Clause(
    ClauseId id,
    Level level,
    String says,
    Source source,
    Optional<String> intent,
    Optional<String> untested,
    List<String> decides,
    Optional<String> at) {

  public Clause {
    decides = List.copyOf(decides);
  }

  /** A clause that is no more than what it says. */
  public Clause(
      ClauseId id,
      Level level,
      String says,
      Source source,
      Optional<String> intent,
      Optional<String> untested) {
    this(id, level, says, source, intent, untested, List.of(), Optional.empty());
  }

  /** This clause, found there in a contract. */
  Clause foundAt(String place) {
    return new Clause(id, level, says, source, intent, untested, decides, Optional.of(place));
  }
}
