package dev.assay.app.load;

import dev.assay.UserException;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Scenario;
import dev.assay.load.study.Capacity;
import dev.assay.load.study.CapacitySearch;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ReportFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Searches the highest rate that keeps the objectives, each probe in a folder of its own.
 *
 * @param range where it is looked for
 * @param scenario what is sent
 * @param objectives what is asked of the target
 */
public record CapacityRun(CapacityRange range, Scenario scenario, List<Objective> objectives) {

  /**
   * The plan of each probe of the search that sends most.
   *
   * @throws UserException if the target may not be loaded so much, or nothing is asked of it
   */
  public List<LoadPlan> plans(Target target) {
    if (objectives.stream().noneMatch(this::isJudged)) {
      throw new UserException(
          "a search for capacity needs an objective, and none is about a request of the scenario `%s`"
              .formatted(scenario.name()));
    }
    LoadPlan.of(target, scenario, range.at(range.highest()));
    List<LoadPlan> plans = new ArrayList<>();
    for (Capacity.Probe probe : new CapacitySearch(range).worst()) {
      plans.add(LoadPlan.of(target, scenario, range.at(probe.rate())));
    }
    LoadPlan.requireRoom(target, plans);
    return plans;
  }

  private boolean isJudged(Objective objective) {
    return scenario.shares().stream()
        .anyMatch(share -> share.request().slug().equals(objective.request()));
  }

  /**
   * Makes the search.
   *
   * @param listener is given each probe
   */
  public LoadReport run(LoadSession session, ReportFolder folder, Consumer<Capacity.Probe> listener)
      throws Exception {
    List<LoadResult> results = new ArrayList<>();
    Capacity capacity =
        new CapacitySearch(range)
            .<Exception>run(
                (rate, recovery) -> {
                  LoadSession.Load load =
                      new LoadSession.Load(scenario, range.at(rate), objectives);
                  LoadResult result = session.run(load, folder.below(name(results.size() + 1)));
                  results.add(result);
                  listener.accept(new Capacity.Probe(rate, recovery, result.verdict()));
                  return result.verdict();
                });
    return LoadReport.of(capacity, results);
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "probe-%02d", number);
  }
}
