package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mutants that a suite cannot tell from one another, as they answer its requests with the same
 * bytes: it meets the first of them only.
 *
 * @param groups by the id of the first of each
 */
record AlikeMutants(Map<String, List<CandidateMutant>> groups) {

  /** In the order of the first of each. */
  static AlikeMutants of(List<CandidateMutant> mutants) {
    Map<String, List<CandidateMutant>> byLikeness =
        mutants.stream()
            .collect(
                Collectors.groupingBy(
                    CandidateMutant::likeness, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<CandidateMutant>> groups = new LinkedHashMap<>();
    byLikeness.values().forEach(group -> groups.put(group.get(0).mutant().id(), group));
    return new AlikeMutants(groups);
  }

  List<CandidateMutant> first() {
    return groups.values().stream().map(group -> group.get(0)).toList();
  }

  /** What became of the first of a group, and so of the others. */
  Stream<SuiteTrial> of(SuiteTrial trial) {
    Stream<Mutant> others = groups.get(trial.id()).stream().skip(1).map(CandidateMutant::mutant);
    return Stream.concat(Stream.of(trial), others.map(trial::inPlaceOf));
  }
}
