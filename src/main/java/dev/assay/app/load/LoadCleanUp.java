package dev.assay.app.load;

import dev.assay.app.ProgressDisplay;
import dev.assay.app.cleanup.CleanUp;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.merge.InjectorMerge;
import dev.assay.load.plan.LoadPlan;
import dev.assay.request.TestData;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Removes what a load made, where the target file says how: as much as was listed, and as can be
 * removed in half a minute more than the load itself took. What several machines made together is
 * left, for some may still be loading.
 */
final class LoadCleanUp {

  private static final Duration MORE = Duration.ofSeconds(30);

  private final CleanUp cleanUp;
  private final List<ServiceSuite> suites;
  private final boolean isWhole;
  private final Duration longest;

  private LoadCleanUp(
      CleanUp cleanUp, List<ServiceSuite> suites, boolean isWhole, Duration longest) {
    this.cleanUp = cleanUp;
    this.suites = suites;
    this.isWhole = isWhole;
    this.longest = longest;
  }

  /**
   * Lists what is there before that load makes anything.
   *
   * @param isWhole whether nobody else sends parts of the plan
   */
  static LoadCleanUp begin(Target target, LoadPlan plan, boolean isWhole, Cancellation cancelled) {
    CleanUp cleanUp = new CleanUp(target, List.of(), plan.run(), ServiceClient::overRestAssured);
    List<ServiceSuite> suites =
        isWhole && cleanUp.removes() ? ServiceSuites.of(target, new TestData(0)) : List.of();
    cleanUp.begin(suites, cancelled);
    double seconds = plan.profile().warmUpSeconds() + plan.profile().seconds();
    return new LoadCleanUp(cleanUp, suites, isWhole, MORE.plusMillis(Math.round(seconds * 1000)));
  }

  /** The result of that load after the removal. */
  LoadResult end(
      LoadResult result, InjectorMerge merge, ProgressDisplay display, Cancellation cancelled)
      throws IOException, InterruptedException {
    if (!isWhole) {
      return result;
    }
    cleanUp.made(merge.creations());
    try (Cancellation bound = Cancellation.after(longest, "removing took too long")) {
      cancelled.whenCancelled(() -> bound.cancel(cancelled.why().orElseThrow()));
      return result.cleanedUp(cleanUp.run(suites, display, bound).outOf(result.created().made()));
    }
  }
}
