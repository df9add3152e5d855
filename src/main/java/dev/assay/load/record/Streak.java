package dev.assay.load.record;

import java.util.function.LongUnaryOperator;

/** Failures of one kind that one operation answers with, and how many of them came at last. */
final class Streak {

  private final String example;
  private long times;
  private long open;
  private long openSince;
  private long settled;
  private long settledSince;
  private long renewed;

  /**
   * None yet.
   *
   * @param example the words for the first
   */
  Streak(String example) {
    this.example = example;
  }

  void failed(SentRequest sent, long now) {
    times++;
    if (settled > 0 && sent.sentNanos() - renewed < 0) {
      settled++; // by the credential of before
    } else if (open++ == 0) {
      openSince = now;
    }
  }

  /** What was sent before the first of these failures came may still be on its way. */
  void accepted(SentRequest sent) {
    if (open > 0 && sent.sentNanos() - openSince > 0) {
      open = 0;
    }
  }

  /** What is sent from now on has another credential: what came last until now remains so. */
  void renewed(long now) {
    if (open > 0) {
      settledSince = settled == 0 ? openSince : settledSince;
      settled += open;
      open = 0;
      renewed = now;
    }
  }

  /**
   * What there is of it.
   *
   * @param epochMillis from the clock of {@link System#nanoTime()} to milliseconds since the epoch
   */
  Standing.Failures failures(LongUnaryOperator epochMillis) {
    long atLast = settled + open;
    long since = settled > 0 ? settledSince : openSince;
    return new Standing.Failures(
        times, example, atLast, atLast == 0 ? 0 : epochMillis.applyAsLong(since));
  }
}
