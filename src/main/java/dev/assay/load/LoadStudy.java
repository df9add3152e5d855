package dev.assay.load;

import java.util.List;
import java.util.Optional;

/**
 * What a command concludes from its load runs.
 *
 * @param result the run that decides
 * @param capacity what a search found, if one was made
 */
public record LoadStudy(LoadResult result, Optional<Capacity> capacity) {

  /** A study of a single run. */
  public static LoadStudy of(LoadResult result) {
    return new LoadStudy(result, Optional.empty());
  }

  /**
   * A search. The highest rate that kept the objectives decides, or else the last run.
   *
   * @param results of its probes, in order
   */
  public static LoadStudy of(Capacity capacity, List<LoadResult> results) {
    int decisive = results.size() - 1;
    for (int i = 0; i < results.size(); i++) {
      Capacity.Probe probe = capacity.probes().get(i);
      if (capacity.outcome() == LoadResult.Outcome.MET
          && !probe.recovery()
          && probe.rate() == capacity.keeps().orElse(0)) {
        decisive = i;
      }
    }
    return new LoadStudy(results.get(decisive), Optional.of(capacity));
  }

  /** The verdict. */
  public LoadResult.Outcome outcome() {
    return capacity.map(Capacity::outcome).orElseGet(result::outcome);
  }
}
