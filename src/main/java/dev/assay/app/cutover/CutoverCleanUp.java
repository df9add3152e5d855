package dev.assay.app.cutover;

import dev.assay.RunId;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.cleanup.CleanUp;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Target;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.PairRunner;

/**
 * What a cutover makes on both sides, and removes again.
 *
 * @param from of the old service
 * @param to of the new service
 */
public record CutoverCleanUp(CleanUp from, CleanUp to) {

  /**
   * That of one cutover.
   *
   * @param run the word in its texts and file names
   * @param clients makes the client of each service
   */
  public static CutoverCleanUp of(Target from, Target to, RunId run, Client.Factory clients) {
    return new CutoverCleanUp(
        new CleanUp(from, to.secrets(), run, clients),
        new CleanUp(to, from.secrets(), run, clients));
  }

  /** The old service as it is run. */
  public PairRunner.Side fromSide() {
    return new PairRunner.Side(from.target(), from.journal());
  }

  /** The new service as it is run. */
  public PairRunner.Side toSide() {
    return new PairRunner.Side(to.target(), to.journal());
  }

  /** Lists what is there before anything is made. */
  public void begin(SuitePair suites, Cancellation cancellation) {
    from.begin(suites.from(), cancellation);
    to.begin(suites.to(), cancellation);
  }

  /** What was made so far. */
  public CreatedList soFar() {
    return from.soFar().and(to.soFar());
  }

  /** Removes what was made, as far as it can. */
  public CreatedList run(SuitePair suites, ProgressDisplay display, Cancellation cancellation)
      throws InterruptedException {
    CreatedList ofFrom = from.run(suites.from(), display, cancellation);
    return ofFrom.and(to.run(suites.to(), display, cancellation));
  }
}
