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
record Sieve(
    List<Replay> replays,
    List<OperationReach> reach,
    AnswerComparison comparison,
    Consumer<SuiteTrial> unseen) {

  /** Those that it can see. */
  List<Prospect> visible(List<Mutant> mutants) {
    List<Prospect> prospects =
        mutants.parallelStream()
            .map(mutant -> Prospect.of(mutant, replays, reach, comparison))
            .toList();
    prospects.stream()
        .filter(prospect -> !prospect.visible())
        .forEach(prospect -> unseen.accept(prospect.unseen(reach)));
    return prospects.stream().filter(Prospect::visible).toList();
  }
}
