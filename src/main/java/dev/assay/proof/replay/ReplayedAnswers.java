package dev.assay.proof.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mutant does to the requests of a suite.
 *
 * @param worst of it; nothing if it answers them as the unmodified stand-in does
 * @param digest the same for two mutants whose answers are the same, byte for byte
 */
public record ReplayedAnswers(Optional<AnswerDifference> worst, String digest) {

  /** All of them as one. */
  public static ReplayedAnswers of(List<ReplayedAnswers> runs) {
    return new ReplayedAnswers(
        runs.stream()
            .flatMap(run -> run.worst().stream())
            .min(Comparator.comparing(AnswerDifference::kind)),
        runs.stream().map(ReplayedAnswers::digest).collect(Collectors.joining(" ")));
  }
}
