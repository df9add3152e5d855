package dev.assay.load.study;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a command concludes from its load runs.
 *
 * @param result the run that decides
 * @param repeats all runs of the same shape, in order; empty for a search
 * @param capacity what a search found, if one was made
 * @param comparison with an earlier run, if one was asked for
 */
public record LoadReport(
    LoadResult result,
    List<LoadResult> repeats,
    Optional<Capacity> capacity,
    Optional<Against> comparison) {

  /**
   * A comparison with an earlier run.
   *
   * @param folder of the earlier run, as it was named
   */
  public record Against(String folder, Comparison comparison) {}

  /** Keeps a copy of the repeats. */
  public LoadReport {
    repeats = List.copyOf(repeats);
  }

  /** A study of a single run. */
  public static LoadReport of(LoadResult result) {
    return ofRepeats(List.of(result), Optional.empty());
  }

  /** Runs of the same shape, at least one. The worst of them decides, or else the last. */
  public static LoadReport ofRepeats(List<LoadResult> repeats, Optional<Against> comparison) {
    LoadResult worst =
        repeats.stream()
            .max(Comparator.comparing(result -> severity(result.conclusion())))
            .filter(result -> result.conclusion() != Conclusion.YES)
            .orElse(repeats.get(repeats.size() - 1));
    return new LoadReport(worst, repeats, Optional.empty(), comparison);
  }

  /** What was seen to be missed stays so when another run could not be judged. */
  private static int severity(Conclusion conclusion) {
    return conclusion.choose(0, 2, 1);
  }

  /**
   * A search. The highest rate that kept the objectives decides, or else the last run.
   *
   * @param results of its probes, in order
   */
  public static LoadReport of(Capacity capacity, List<LoadResult> results) {
    int decisive = results.size() - 1;
    for (int i = 0; i < results.size(); i++) {
      Capacity.Probe probe = capacity.probes().get(i);
      if (capacity.conclusion() == Conclusion.YES
          && !probe.recovery()
          && probe.rate() == capacity.keeps().orElse(0)) {
        decisive = i;
      }
    }
    return new LoadReport(
        results.get(decisive), List.of(), Optional.of(capacity), Optional.empty());
  }

  /** What the run, the search or the comparison says, the worst of them. */
  public Conclusion conclusion() {
    if (capacity.isPresent()) {
      return capacity.get().conclusion();
    }
    Conclusion compared =
        comparison
            .map(against -> against.comparison().verdict().conclusion())
            .orElse(Conclusion.YES);
    return severity(compared) > severity(result.conclusion()) ? compared : result.conclusion();
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return LoadResult.word(conclusion());
  }
}
