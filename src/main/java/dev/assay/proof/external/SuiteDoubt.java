package dev.assay.proof.external;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the failures of a suite can be believed. The first few are confirmed one by one, for they
 * may be all there are. After that it is enough that the suite passes the unmodified stand-in in
 * between; once it does not, or something else was not confirmed, none is believed by itself. Safe
 * for use by several threads.
 */
final class SuiteDoubt {

  private static final int CONFIRMED_ANYWAY = 12;

  private final AtomicInteger kills = new AtomicInteger();
  private final Queue<Kill> believed = new ConcurrentLinkedQueue<>();
  private volatile boolean raised;

  /** The suite failed where nothing was wrong, or did not fail again where something is. */
  void raise() {
    raised = true;
  }

  boolean isRaised() {
    return raised;
  }

  /** Whether the next kill is to be confirmed by itself. */
  boolean concernsNext() {
    return kills.getAndIncrement() < CONFIRMED_ANYWAY || raised;
  }

  /** It counts for now. */
  void believe(Kill kill) {
    believed.add(kill);
  }

  /** What was believed too soon. */
  Queue<Kill> believed() {
    return believed;
  }
}
