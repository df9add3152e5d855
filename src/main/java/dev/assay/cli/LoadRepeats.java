package dev.assay.cli;

import dev.assay.load.Comparison;
import dev.assay.load.InvalidLoadException;
import dev.assay.load.LoadPlan;
import dev.assay.load.LoadResult;
import dev.assay.load.LoadStudy;
import dev.assay.report.EarlierLoad;
import dev.assay.report.ReportFolder;
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

  int count() throws UsageException {
    if (count < 1 || count > MOST) {
      throw new UsageException("--repeat must lie between 1 and 100, not " + count);
    }
    return count;
  }

  void refuse(String what) throws UsageException {
    if (count != 1 || against != null) {
      throw new UsageException(what + " is made once, without --repeat and --against");
    }
  }

  /** The run to compare with, if one was named. */
  Optional<EarlierLoad> earlier(LoadPlan plan) throws InvalidLoadException {
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
  LoadStudy run(
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
    return LoadStudy.ofRepeats(results, earlier.map(then -> compared(then, results)));
  }

  private LoadStudy.Against compared(EarlierLoad then, List<LoadResult> now) {
    return new LoadStudy.Against(
        against.toString(), Comparison.of(then.repeats(), Comparison.judged(now)));
  }
}
