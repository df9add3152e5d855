package dev.assay.verdict;

import java.util.Optional;

/** What an expectation finds in the exchanges of a case. */
public sealed interface Finding {

  /** What was met, in words. */
  String actual();

  /** Everything is as expected. */
  record Satisfied(String actual) implements Finding {}

  /**
   * Something else was met.
   *
   * @param evidence which exchange shows it, counted from 0
   */
  record Violated(String actual, int evidence) implements Finding {}

  /**
   * Nothing was expected; this was met.
   *
   * @param unnatural whether it deserves a second look all the same
   */
  record Observed(String actual, boolean unnatural, int evidence) implements Finding {}

  /** It could not be found out. */
  record Inconclusive(String actual, int evidence) implements Finding {}

  /** Another clause of the same case is broken, and without it this one cannot be asked. */
  record NotApplicable(String actual) implements Finding {}

  /** Which exchange shows it, if any does. */
  default Optional<Integer> shownBy() {
    if (this instanceof Violated broken) {
      return Optional.of(broken.evidence());
    }
    if (this instanceof Observed observed) {
      return Optional.of(observed.evidence());
    }
    return this instanceof Inconclusive undecided
        ? Optional.of(undecided.evidence())
        : Optional.empty();
  }
}
