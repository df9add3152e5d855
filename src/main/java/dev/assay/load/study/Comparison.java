package dev.assay.load.study;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Two sides of load compared, each run several times in the same shape: an earlier run and this
 * one, or two services at once. Runs on the two sides should take turns where they can, so that
 * what else the machines do falls on both.
 *
 * @param confidence that all intervals together hold what they should, from 0 to 1
 * @param differences of each percentile of each request
 */
public record Comparison(double confidence, List<PercentileDifference> differences) {

  private static final double CONFIDENCE = 0.95;
  private static final List<Metric> PERCENTILES =
      List.of(Metric.P50, Metric.P75, Metric.P90, Metric.P95, Metric.P99, Metric.P999);

  /** Keeps a copy of the differences. */
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** What a comparison can say. */
  public enum Verdict {
    /** Nothing got slower by more than chance and tolerance allow. */
    NO_REGRESSION("no regression seen", Conclusion.YES),
    /** Some percentile did. */
    REGRESSION("regression", Conclusion.NO),
    /** Too few runs or requests to tell. */
    CANNOT_TELL("cannot tell", Conclusion.UNDECIDED);

    private final String word;
    private final Conclusion conclusion;

    Verdict(String word, Conclusion conclusion) {
      this.word = word;
      this.conclusion = conclusion;
    }

    /** What it says to the question whether nothing got slower. */
    Conclusion conclusion() {
      return conclusion;
    }

    /** As reports say it. */
    public String word() {
      return word;
    }
  }

  /** Compares two sides, each of which is one list of measurements for each run. */
  public static Comparison of(List<List<Measurement>> before, List<List<Measurement>> after) {
    List<String> requests =
        before.isEmpty() ? List.of() : before.get(0).stream().map(Measurement::request).toList();
    // Bonferroni: together they are wrong as seldom as a single one is said to be.
    double each = 1 - (1 - CONFIDENCE) / Math.max(1, requests.size() * PERCENTILES.size());
    List<PercentileDifference> differences = new ArrayList<>();
    for (String request : requests) {
      for (Metric metric : PERCENTILES) {
        differences.add(
            PercentileDifference.of(metric, each, only(before, request), only(after, request)));
      }
    }
    return new Comparison(CONFIDENCE, differences);
  }

  /** Compares two sides by those of their runs whose times could be judged. */
  public static Comparison ofResults(List<LoadResult> before, List<LoadResult> after) {
    return of(judged(before), judged(after));
  }

  /** What was measured in those of the runs whose times could be judged. */
  public static List<List<Measurement>> judged(List<LoadResult> results) {
    return results.stream().filter(LoadResult::isComparable).map(LoadResult::measurements).toList();
  }

  private static List<Measurement> only(List<List<Measurement>> runs, String request) {
    return runs.stream()
        .flatMap(run -> run.stream().filter(each -> each.request().equals(request)))
        .toList();
  }

  /**
   * Of all differences: a regression if there is one; unknown if nothing can be said of some
   * request.
   */
  public Verdict verdict() {
    if (differences.stream().anyMatch(each -> each.verdict() == Verdict.REGRESSION)) {
      return Verdict.REGRESSION;
    }
    boolean known =
        !differences.isEmpty()
            && differences.stream()
                .map(PercentileDifference::request)
                .distinct()
                .allMatch(
                    request ->
                        differences.stream()
                            .anyMatch(
                                each ->
                                    each.request().equals(request)
                                        && each.verdict() != Verdict.CANNOT_TELL));
    return known ? Verdict.NO_REGRESSION : Verdict.CANNOT_TELL;
  }
}
