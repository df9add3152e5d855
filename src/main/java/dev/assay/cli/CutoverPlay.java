package dev.assay.cli;

import dev.assay.cutover.Cutover;
import dev.assay.cutover.Rounds;
import dev.assay.cutover.Side;
import dev.assay.exchange.Client;
import dev.assay.exchange.Target;
import dev.assay.suite.PairRunner;
import dev.assay.suite.ServiceSuite;
import dev.assay.verdict.Run;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Plays a cutover: all cases once, and those that differ again.
 *
 * @param from the old service
 * @param to the new service
 * @param suites for both
 * @param repeat how often a case that differs is played again
 * @param clients makes the client of each service
 */
record CutoverPlay(Target from, Target to, SuitePair suites, int repeat, Client.Maker clients) {

  Cutover play(boolean strict, boolean withProgress) throws InterruptedException {
    Instant startedAt = Instant.now();
    List<Run> before = new ArrayList<>();
    List<Run> after = new ArrayList<>();
    SuitePair round = suites;
    for (int i = 0; i <= repeat && round.cases() > 0; i++) {
      PairRunner.Runs runs = play(round, i == 0 ? "comparing" : "again", withProgress);
      before.add(runs.from());
      after.add(runs.to());
      Set<String> open = Rounds.of(before, after).open();
      round = suites.keeping(open);
    }
    return Cutover.of(
        Rounds.of(before, after),
        side(from, suites.from()),
        side(to, suites.to()),
        Version.number(),
        startedAt,
        Duration.between(startedAt, Instant.now()),
        strict);
  }

  private PairRunner.Runs play(SuitePair round, String task, boolean withProgress)
      throws InterruptedException {
    try (ProgressLine progress = ProgressLine.start(task, round.cases(), withProgress)) {
      return new PairRunner(from, to, progress, clients)
          .run(round.from(), round.to(), Version.number());
    }
  }

  private static Side side(Target target, List<ServiceSuite> suites) {
    return new Side(
        target.name(),
        suites.stream()
            .map(suite -> suite.baseUrls().get(0))
            .map(URI::toString)
            .distinct()
            .toList());
  }
}
