package dev.assay.app.cutover;

import dev.assay.RunInfo;
import dev.assay.app.ProgressDisplay;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.CutoverRuns;
import dev.assay.compare.cutover.Environment;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.PairRunner;
import dev.assay.verdict.Run;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a cutover: all cases once, and those that differ again.
 *
 * @param from the old service
 * @param to the new service
 * @param suites for both
 * @param repeat how often a case that differs is run again
 * @param clients makes the client of each service
 */
public record CutoverRunner(
    PairRunner.Side from,
    PairRunner.Side to,
    SuitePair suites,
    int repeat,
    Client.Factory clients) {

  /**
   * All rounds.
   *
   * @param info for the record: this cutover, which begins now
   * @param cancellation ends them early
   * @param watcher is given, at the beginning of each round, what supplies the cutover so far
   */
  public Cutover run(
      RunInfo info,
      boolean strict,
      ProgressDisplay display,
      Cancellation cancellation,
      Consumer<Supplier<Cutover>> watcher)
      throws InterruptedException {
    List<PairRunner.Runs> rounds = new ArrayList<>();
    SuitePair round = suites;
    for (int i = 0; i <= repeat && round.cases() > 0 && cancellation.why().isEmpty(); i++) {
      List<PairRunner.Runs> over = List.copyOf(rounds);
      String task = i == 0 ? "comparing" : "again";
      try (ProgressDisplay.Steps progress = display.steps(task, round.cases())) {
        rounds.add(
            new PairRunner(from, to, progress, clients, cancellation)
                .run(
                    round.from(),
                    round.to(),
                    info.again(),
                    soFar ->
                        watcher.accept(
                            () -> cutover(and(over, soFar.get()), info, strict).cutShort())));
      }
      round = suites.keeping(compared(rounds).open());
    }
    Cutover cutover = cutover(rounds, info, strict);
    return cancellation.why().isPresent() ? cutover.cutShort() : cutover;
  }

  private static List<PairRunner.Runs> and(List<PairRunner.Runs> over, PairRunner.Runs last) {
    List<PairRunner.Runs> all = new ArrayList<>(over);
    all.add(last);
    return all;
  }

  private Cutover cutover(List<PairRunner.Runs> rounds, RunInfo info, boolean strict) {
    return Cutover.of(
        compared(rounds),
        environment(from.target(), suites.from()),
        environment(to.target(), suites.to()),
        info.untilNow(),
        strict);
  }

  private static CutoverRuns compared(List<PairRunner.Runs> rounds) {
    return CutoverRuns.of(
        rounds.stream().map(PairRunner.Runs::from).map(Run::uncancelled).toList(),
        rounds.stream().map(PairRunner.Runs::to).map(Run::uncancelled).toList());
  }

  private static Environment environment(Target target, List<ServiceSuite> suites) {
    return new Environment(
        target.name(),
        suites.stream()
            .map(suite -> suite.access().baseUrl())
            .map(URI::toString)
            .distinct()
            .toList(),
        target.way());
  }
}
