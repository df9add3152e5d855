package dev.assay.bench;

import java.util.List;

/**
 * One figure of the benchmark.
 *
 * @param what was measured
 * @param figure as text, with its unit
 * @param bound as text; empty where there is none
 * @param verdict how the figure stands to it
 */
record BenchRow(String what, String figure, String bound, Verdict verdict) {

  /** How a figure stands to its bound. */
  enum Verdict {
    KEPT("✔"),
    MISSED("×"),
    /** The machine decides: the code is not to blame, and not to praise. */
    CANNOT_TELL("?"),
    /** There is no bound. */
    NONE("");

    private final String mark;

    Verdict(String mark) {
      this.mark = mark;
    }
  }

  /** A figure that keeps its bound or misses it. */
  static BenchRow bounded(String what, String figure, String bound, boolean kept) {
    return new BenchRow(what, figure, bound, kept ? Verdict.KEPT : Verdict.MISSED);
  }

  /** A figure without a bound. */
  static BenchRow unbounded(String what, String figure) {
    return new BenchRow(what, figure, "", Verdict.NONE);
  }

  String markdown() {
    return "| %s | %s | %s | %s |".formatted(what, figure, bound, verdict.mark);
  }

  /** The middle of several figures. */
  static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
