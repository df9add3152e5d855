package dev.assay.load.plan;

/**
 * Who sends in a closed workload. Each user sends, waits for the answer, thinks, and sends again.
 *
 * @param count how many there are all the time; 0 in an open workload, where the clock sends
 * @param thinkSeconds from an answer to the next request
 */
public record Users(int count, double thinkSeconds) {

  /** Nobody. */
  static Users none() {
    return new Users(0, 0);
  }

  /**
   * The most requests that can be sent in any one second, however fast the service answers;
   * infinite without a time to think.
   */
  double mostPerSecond() {
    return thinkSeconds == 0 ? Double.POSITIVE_INFINITY : count / Math.min(1, thinkSeconds);
  }

  /** The most requests that can be sent in that time. */
  double most(double seconds) {
    return thinkSeconds == 0
        ? Double.POSITIVE_INFINITY
        : count * (Math.floor(seconds / thinkSeconds) + 1);
  }
}
