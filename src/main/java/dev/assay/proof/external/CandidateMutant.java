package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.replay.AnswerComparison;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.Replay;
import dev.assay.proof.replay.ReplayedAnswers;
import java.util.List;
import java.util.Optional;

/**
 * A mutant, and what is known of it before the suite runs against it.
 *
 * @param difference the worst that it does to the requests of the suite
 * @param visible whether it may be seen: it does something to them, or that cannot be told
 * @param likeness the same for mutants that answer all requests of the suite alike
 */
record CandidateMutant(
    Mutant mutant, Optional<AnswerDifference> difference, boolean visible, String likeness) {

  static CandidateMutant of(
      Mutant mutant,
      List<Replay> replays,
      List<OperationReach> reach,
      AnswerComparison comparison) {
    ReplayedAnswers answers =
        ReplayedAnswers.of(replays.stream().map(each -> each.of(mutant, comparison)).toList());
    boolean faithful = replays.stream().allMatch(Replay::faithful);
    return new CandidateMutant(
        mutant,
        answers.worst(),
        answers.worst().isPresent() || (!faithful && isAsked(mutant, reach)),
        faithful ? answers.digest() : mutant.id());
  }

  private static boolean isAsked(Mutant mutant, List<OperationReach> reach) {
    return reach.stream()
        .filter(each -> mutant.concerns(each.operation()))
        .anyMatch(each -> each.requests() > 0);
  }

  /** What is to be said of it if the suite cannot see it. */
  SuiteTrial unseen(List<OperationReach> reach) {
    boolean reached =
        reach.stream()
            .filter(each -> mutant.concerns(each.operation()))
            .anyMatch(
                each ->
                    mutant.breaks().isEmpty()
                        ? each.requests() > 0
                        : mutant.breaks().stream().anyMatch(each::reaches));
    return SuiteTrial.without(
        mutant, reached ? MutantStatus.EQUIVALENT : MutantStatus.NOT_REACHED, Optional.empty());
  }

  SuiteTrial notRun() {
    return SuiteTrial.without(mutant, MutantStatus.NOT_RUN, difference);
  }
}
