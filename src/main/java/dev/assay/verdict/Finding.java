package dev.assay.verdict;

import java.util.Optional;

/** What an expectation finds in the exchanges of a case. */
public sealed interface Finding {

  /** What was met, in words. */
  String actual();

  /** Everything is as expected. */
  record Kept(String actual) implements Finding {}

  /**
   * Something else was met.
   *
   * @param exhibit which exchange shows it, counted from 0
   */
  record Broken(String actual, int exhibit) implements Finding {}

  /**
   * Nothing was expected; this was met.
   *
   * @param unnatural whether it deserves a second look all the same
   */
  record Observed(String actual, boolean unnatural, int exhibit) implements Finding {}

  /** It could not be found out. */
  record Undecided(String actual, int exhibit) implements Finding {}

  /** Another clause of the same case is broken, and without it this one cannot be asked. */
  record Moot(String actual) implements Finding {}

  /** Which exchange shows it, if any does. */
  default Optional<Integer> shownBy() {
    if (this instanceof Broken broken) {
      return Optional.of(broken.exhibit());
    }
    if (this instanceof Observed observed) {
      return Optional.of(observed.exhibit());
    }
    return this instanceof Undecided undecided
        ? Optional.of(undecided.exhibit())
        : Optional.empty();
  }
}
