package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.study.Comparison;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ReportFolder;
import dev.assay.report.json.EarlierLoad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** The options that say how often a load is run, and what it is compared with. */
final class LoadRepeats {

  private static final int MOST = 100;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs the same load N times (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Compares percentiles with the run whose reports are in DIR; slower is missed. Both need"
              + " --repeat, 3 or more, because a single run does not tell how runs vary.")
  private Path against;

  int count() {
    if (count < 1 || count > MOST) {
      throw new UserException("--repeat must lie between 1 and 100, not " + count);
    }
    return count;
  }

  void refuse(String what) {
    if (count != 1 || against != null) {
      throw new UserException(what + " is made once, without --repeat and --against");
    }
  }

  /** The run to compare with, if one was named. */
  Optional<EarlierLoad> earlier(LoadPlan plan) {
    if (against == null) {
      return Optional.empty();
    }
    EarlierLoad earlier = EarlierLoad.read(against);
    earlier.requireShapeOf(plan);
    return Optional.of(earlier);
  }

  /**
   * Runs the load as often as asked: in the folder itself, or in one below it for each of several.
   */
  LoadReport run(
      LoadSession session,
      LoadSession.Load load,
      ReportFolder folder,
      Optional<EarlierLoad> earlier,
      BiConsumer<LoadResult, Path> told)
      throws Exception {
    List<LoadResult> results = new ArrayList<>();
    while (results.size() < count && !session.interrupted()) {
      ReportFolder place =
          count == 1
              ? folder
              : folder.below(String.format(Locale.ROOT, "repeat-%02d", results.size() + 1));
      LoadResult result = session.run(load, place);
      results.add(result);
      told.accept(result, place.path());
    }
    return LoadReport.ofRepeats(results, earlier.map(then -> compared(then, results)));
  }

  private LoadReport.Against compared(EarlierLoad then, List<LoadResult> now) {
    return new LoadReport.Against(
        against.toString(), Comparison.of(then.repeats(), Comparison.judged(now)));
  }
}
