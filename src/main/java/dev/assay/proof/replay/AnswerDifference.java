package dev.assay.proof.replay;

/**
 * The worst that a mutant does to the requests of a suite.
 *
 * @param kind what a client would suffer
 * @param request method and path
 * @param number of the request among those of the run, from 1
 * @param place {@code status}, {@code header NAME}, {@code body}, {@code body.MEMBER} or {@code
 *     delay}
 * @param expected what the unmodified stand-in gives there, without credentials
 * @param actual what the mutant gives there, without credentials
 */
public record AnswerDifference(
    DefectKind kind, String request, int number, String place, String expected, String actual) {}
