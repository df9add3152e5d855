package dev.assay.mock.http;

import java.util.concurrent.Semaphore;

/**
 * Bounds what all bodies in flight may occupy together, so that fifty large uploads at once are
 * slower in a small heap instead of fatal. A body that does not fit yet waits, first come first
 * served.
 */
public final class BodyAllowance {

  private static final int UNIT = 1024;
  private static final long LONGEST = MockRequest.LONGEST_BODY / UNIT + 1;

  private final Semaphore units;

  private BodyAllowance(long units) {
    this.units = new Semaphore((int) Math.min(units, Integer.MAX_VALUE), true);
  }

  /** A quarter of that heap, but never less than two of the longest bodies. */
  public static BodyAllowance of(long heapBytes) {
    return new BodyAllowance(Math.max(2 * LONGEST, heapBytes / 4 / UNIT));
  }

  /**
   * Waits until a body fits.
   *
   * @param declaredLength in bytes, negative when it is not known: then twice the longest, for
   *     collecting such a body takes both its pieces and the whole
   * @return what to give back to {@link #release} once the body is done with
   */
  long claim(long declaredLength) {
    long claim = declaredLength < 0 ? 2 * LONGEST : Math.min(declaredLength / UNIT, LONGEST);
    units.acquireUninterruptibly((int) claim);
    return claim;
  }

  void release(long claim) {
    units.release((int) claim);
  }
}
