package dev.assay.load.plan;

/**
 * A stretch of a run in which arrivals come at equal distances, the first at its beginning.
 *
 * @param arrivals how many
 * @param seconds how long it takes
 */
public record Slice(long arrivals, double seconds) {

  /** When the arrival of that number, from 0, is due: seconds after the slice begins. */
  double offset(long number) {
    return number * seconds / arrivals;
  }
}
