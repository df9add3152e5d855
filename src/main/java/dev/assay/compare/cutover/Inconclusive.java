package dev.assay.compare.cutover;

/**
 * A case of which nobody can tell whether it is the same for both services.
 *
 * @param caseId which
 * @param why in words
 * @param isFailure whether something went wrong, instead of being left out by a target file
 */
public record Inconclusive(String caseId, String why, boolean isFailure) {}
