package dev.assay.proof.replay;

import dev.assay.mock.Replica;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.replay.RecordedTraffic.Answered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The requests of one run of a suite, as they can be asked of any mutant: two replicas answer the
 * same with the same bytes, at once, so whatever differs is the mutant's doing.
 *
 * @param replicas makes one with those mutants
 * @param steps what was asked, with the answers of an unmodified replica
 * @param faithful whether that replica answered with the statuses that the suite got
 */
public record Replay(
    Function<List<Mutant>, Replica> replicas, List<Answered> steps, boolean faithful) {

  /** Asks an unmodified replica what the suite asked. */
  public static Replay of(Function<List<Mutant>, Replica> replicas, RecordedTraffic traffic) {
    Replica unmodified = replicas.apply(List.of());
    Renaming renaming = new Renaming();
    List<Answered> steps = new ArrayList<>();
    boolean faithful = traffic.isWhole();
    for (Answered then : traffic.kept()) {
      MockRequest request = renaming.renamed(then.request());
      MockResponse response = unmodified.answer(request).response();
      faithful &= response.status() == then.response().status();
      renaming.learn(then.response(), response);
      steps.add(new Answered(request, response));
    }
    return new Replay(replicas, List.copyOf(steps), faithful);
  }

  /** What this mutant does to these requests. */
  public ReplayedAnswers of(Mutant mutant, AnswerComparison comparison) {
    Replica replica = replicas.apply(List.of(mutant));
    AnswerDigest digest = new AnswerDigest();
    Optional<AnswerDifference> worst = Optional.empty();
    for (int at = 0; at < steps.size(); at++) {
      Replica.Answer answer = replica.answer(steps.get(at).request());
      digest.add(answer);
      worst =
          Stream.concat(worst.stream(), comparison.at(steps, at, answer).stream())
              .min(Comparator.comparing(AnswerDifference::kind));
    }
    return new ReplayedAnswers(worst, digest.text());
  }
}
