package dev.assay.load.judge;

import dev.assay.load.judge.LoadVerdict.Kind;
import dev.assay.load.judge.ObjectiveVerdict.Ruling;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.record.Flaw;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.LoadRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why figures cannot be believed, if so: the load generator, or somebody in front of the service,
 * then made them what they are.
 *
 * @param figures what was measured
 * @param objectives by those figures
 * @param end how the load generator ended
 * @param generatorLimits in what it, or one of several injectors, fell short
 */
record RunValidity(
    LoadFigures figures,
    List<ObjectiveVerdict> objectives,
    LoadRun.End end,
    List<String> generatorLimits) {

  List<String> invalidBecause() {
    List<String> because = new ArrayList<>(doubts().ofCredentials(isMissed()).toList());
    if (isMissed()) {
      because.addAll(doubts().ofStrangers().toList());
    }
    ended(because);
    if (!isMissedByAnswers()) {
      because.addAll(generatorLimits);
    }
    agreement(because);
    boolean judged = figures.achieved().requests() > 0;
    if (!judged) {
      because.add("nothing was measured");
    }
    if (figures.answered() == 0 && (judged || (end.last().finished() > 0 && !isAnswered()))) {
      because.add("not a single request was answered: " + noAnswer());
    }
    if (because.isEmpty() && end.last().stopped().isEmpty() && !isMissed()) {
      because.addAll(neverSent().toList());
    }
    return List.copyOf(because);
  }

  /** What a run that cannot be believed still says of the service at its rate. */
  Kind kindOfInvalid() {
    if (!generatorLimits.isEmpty()) {
      return Kind.GENERATOR_LIMIT;
    }
    boolean unanswered = !end.last().stopped().isEmpty() || figures.answered() == 0;
    return end.last().complete()
            && unanswered
            && doubts().ofCredentials(isMissed()).findAny().isEmpty()
        ? Kind.UNANSWERED
        : Kind.UNDECIDED;
  }

  private boolean isMissed() {
    return objectives.stream().anyMatch(ObjectiveVerdict::isMissed);
  }

  private ServiceDoubts doubts() {
    return new ServiceDoubts(figures.plan(), end.last().standings());
  }

  private void ended(List<String> because) {
    Snapshot last = end.last();
    if (end.isCancelled()) {
      because.add(end.cancelled());
    } else if (!last.stopped().isEmpty()) {
      if (!isTheServiceAtFault()) {
        because.add(last.stopped());
      }
    } else if (!last.complete() || end.exitCode() != 0) {
      because.add(
          "the load generator ended before its time with exit code %s; gatling.log tells more"
              .formatted(end.exitCode()));
    }
  }

  /** Whether it answered, and so wrongly that its error rate is missed whatever would have come. */
  private boolean isTheServiceAtFault() {
    return 2 * figures.wronglyAnswered() > end.last().failed() && isMissedByAnswers();
  }

  private boolean isMissedByAnswers() {
    return objectives.stream().anyMatch(each -> each.isMissedByAnswers(figures.measurements()));
  }

  private void agreement(List<String> because) {
    long sent = end.last().started();
    long received = figures.received().orElse(sent);
    if (end.last().complete() && received != sent) {
      because.add(
          "%s requests were sent, but the mock received %s: some were lost or sent twice"
              .formatted(sent, received));
    }
  }

  private boolean isAnswered() {
    return end.last().standings().values().stream()
        .anyMatch(standing -> standing.accepted() + standing.wrong() > 0);
  }

  /** What the first one met. */
  private String noAnswer() {
    return end.last().standings().values().stream()
        .flatMap(
            standing ->
                Stream.of(Flaw.Kind.ON_THE_WAY, Flaw.Kind.NO_ANSWER)
                    .map(kind -> standing.failures(kind).example()))
        .filter(example -> !example.isEmpty())
        .findFirst()
        .map(reason -> reason.replaceFirst("^(no answer|on the way): ", ""))
        .orElse("the service cannot be reached");
  }

  private Stream<String> neverSent() {
    return objectives.stream()
        .filter(verdict -> verdict.ruling() == Ruling.NOT_MEASURED)
        .map(verdict -> verdict.objective().request())
        .distinct()
        .map(
            "not one %s was sent, so its objectives cannot be judged: use a higher rate or a longer time"
                ::formatted);
  }
}
