package dev.assay.compare.baseline;

import java.util.Map;
import java.util.Set;

/**
 * Every case that there is, whether it is run or not.
 *
 * @param cases the ids of the cases that decide a clause, by the clause's id; none for a clause
 *     that no case decides
 * @param silent the ids of the cases that decide a clause on which the documents are silent
 */
public record CaseCatalog(Map<String, Set<String>> cases, Set<String> silent) {}
