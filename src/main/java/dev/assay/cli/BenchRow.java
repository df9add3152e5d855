package dev.assay.cli;

import java.util.List;

/**
 * One figure of the benchmark.
 *
 * @param what was measured
 * @param figure as text, with its unit
 * @param bound as text; empty where there is none
 * @param kept whether the figure keeps it
 */
record BenchRow(String what, String figure, String bound, boolean kept) {

  String markdown() {
    String mark = bound.isEmpty() ? "" : kept ? "✔" : "×";
    return "| %s | %s | %s | %s |".formatted(what, figure, bound, mark);
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
