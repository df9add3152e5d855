package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.replay.AnswerComparison;
import dev.assay.proof.replay.Replay;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells which mutants a suite can see.
 *
 * @param replays what the suite asks, once for each run of it
 * @param unseen is given what becomes of the others
 */
record MutantFilter(
    List<Replay> replays,
    List<OperationReach> reach,
    AnswerComparison comparison,
    Consumer<SuiteTrial> unseen) {

  /** Those that it can see. */
  List<CandidateMutant> visible(List<Mutant> mutants) {
    List<CandidateMutant> candidates =
        mutants.parallelStream()
            .map(mutant -> CandidateMutant.of(mutant, replays, reach, comparison))
            .toList();
    candidates.stream()
        .filter(candidate -> !candidate.visible())
        .forEach(candidate -> unseen.accept(candidate.unseen(reach)));
    return candidates.stream().filter(CandidateMutant::visible).toList();
  }
}
