package dev.assay.proof.external;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a suite is to be tried.
 *
 * @param limit how long the suite may take against the unmodified stand-in
 * @param least how long it may take against a mutant, however fast it is without one
 * @param jobs how many of it run side by side
 * @param sample how many mutants that it can see are tried; all without it
 * @param seed of the order and the sample
 * @param only the ids of the mutants that are of interest; all without it
 * @param budget after which no other trial begins
 * @param threshold the least score, from 0 to 1, that is enough
 */
public record TrialPlan(
    Duration limit,
    Duration least,
    int jobs,
    OptionalInt sample,
    long seed,
    Optional<Set<String>> only,
    Optional<Duration> budget,
    OptionalDouble threshold) {

  private static final int TIMES = 3;

  boolean isOfInterest(String mutant) {
    return only.isEmpty() || only.get().contains(mutant);
  }

  /** How long the suite may take against a mutant, if it took that long at most without one. */
  Duration limitAfter(Duration slowest) {
    Duration some = slowest.multipliedBy(TIMES);
    return some.compareTo(least) > 0 ? some : least;
  }
}
