package dev.assay.load.measure;

import dev.assay.load.record.LatencyRecorder;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The intervals of a log, in order. When there are too many, each two neighbours become one, so
 * that a log of days takes no more memory than one of minutes; logs of the same length are folded
 * in the same way.
 */
final class Intervals {

  private final int most;
  private final List<Histogram> intervals = new ArrayList<>();
  private int together = 1;
  private int inLast;

  /** No intervals yet, and never more than that, an even number. */
  Intervals(int most) {
    this.most = most;
  }

  void add(Histogram interval) {
    if (inLast == 0 || inLast == together) {
      foldIfFull();
      intervals.add(new Histogram(LatencyRecorder.DIGITS));
      inLast = 0;
    }
    intervals.get(intervals.size() - 1).add(interval);
    inLast++;
  }

  private void foldIfFull() {
    if (intervals.size() < most) {
      return;
    }
    for (int i = 0; i < most / 2; i++) {
      intervals.get(i).add(intervals.remove(i + 1));
    }
    together *= 2;
  }

  List<Histogram> all() {
    return intervals;
  }

  /** All logs are written at once each time, so their intervals can be added one by one. */
  static void add(List<Histogram> sums, List<Histogram> more) {
    for (int i = 0; i < more.size(); i++) {
      if (i < sums.size()) {
        sums.get(i).add(more.get(i));
      } else {
        sums.add(more.get(i));
      }
    }
  }
}
