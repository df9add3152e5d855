package dev.assay.load.study;

import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One figure of several runs.
 *
 * @param size how many runs
 * @param mean over the runs
 * @param variance between the runs, with one degree of freedom taken off; 0 for a single run
 */
record Sample(int size, double mean, double variance) {

  private static final int FEWEST = 2;

  /** HdrHistogram keeps three digits: what lies closer together was not told apart. */
  private static final double RESOLUTION = 0.001;

  static Sample of(Metric metric, List<Measurement> runs) {
    double mean = runs.stream().mapToDouble(metric::of).average().orElse(0);
    double squares =
        runs.stream().mapToDouble(metric::of).map(each -> (each - mean) * (each - mean)).sum();
    return new Sample(runs.size(), mean, runs.size() < FEWEST ? 0 : squares / (runs.size() - 1));
  }

  /**
   * Where the true difference of the other to this lies; nobody can say with a single run on a
   * side, which shows nothing of how runs vary.
   */
  Optional<PercentileDifference.Interval> differenceTo(Sample other, double confidence) {
    if (size < FEWEST || other.size < FEWEST) {
      return Optional.empty();
    }
    double half = 0;
    double error = error() + other.error();
    if (error > 0) {
      double freedom =
          error
              * error
              / (error() * error() / (size - 1) + other.error() * other.error() / (other.size - 1));
      double quantile = TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2);
      half = quantile * Math.sqrt(error);
    }
    double difference = other.mean - mean;
    return Optional.of(new PercentileDifference.Interval(difference - half, difference + half));
  }

  /** The squared standard error of the mean. */
  private double error() {
    double resolution = mean * RESOLUTION;
    return Math.max(variance, resolution * resolution) / size;
  }
}
