package dev.assay.contract;

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
 */
public record Clause(
    ClauseId id,
    Level level,
    String says,
    Source source,
    Optional<String> intent,
    Optional<String> untested) {}
