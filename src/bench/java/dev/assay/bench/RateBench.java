package dev.assay.bench;

import dev.assay.app.ProgressDisplay;
import dev.assay.app.load.LoadSession;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.run.LoadRun;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The most messages a second that {@code assay load} sends, by what a bare Gatling simulation of
 * the same request sends to the same mock: users who do not think, in a closed workload.
 */
final class RateBench implements BenchCommand.Bench {

  private static final double LEAST = 0.9;
  private static final int USERS = 32;
  private static final Scenario MESSAGE =
      new Scenario("message", List.of(new Scenario.Share(LoadRequest.of("log-message"), 1)));
  private static final Profile FLAT_OUT =
      new Profile("flat-out", 8, 0.5, List.of(Phase.constant(1, 10))).closed(USERS, 0);

  @Override
  public List<BenchRow> run(ReportFolder folder, int rounds) throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    try (LoadSession session =
        LoadSession.open(
            Optional.empty(), Injector.all(1), ProgressDisplay.NONE, Cancellation.onRequest())) {
      bare(session, folder.below("first")); // warms the mock
      for (int round = 1; round <= rounds; round++) {
        double bare = bare(session, folder.below("bare-" + round));
        LoadResult ours =
            session.run(
                new LoadSession.Load(MESSAGE, FLAT_OUT, List.of()), folder.below("assay-" + round));
        rates.add(ours.figures().achieved().perSecond());
        ratios.add(ours.figures().achieved().perSecond() / bare);
      }
    }
    double ratio = BenchRow.median(ratios);
    return List.of(
        BenchRow.bounded(
            "highest message rate by that of bare Gatling, the same mock",
            String.format(Locale.ROOT, "%.2f (%.0f/s)", ratio, BenchRow.median(rates)),
            "at least 0.9",
            ratio >= LEAST));
  }

  /** Requests a second that a bare simulation sends in the same closed workload. */
  private static double bare(LoadSession session, ReportFolder folder) throws Exception {
    LoadPlan plan = LoadPlan.of(session.target(), MESSAGE, FLAT_OUT);
    LoadRun run = new LoadRun(plan, session.target(), folder.path(), now -> {}, "BareSimulation");
    return run.run().last().judgedStarted() / FLAT_OUT.seconds();
  }
}
