package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.load.plan.LoadPlan;
import dev.assay.report.json.EarlierLoad;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how often a load is run, and what it is compared with. */
final class RepeatOptions {

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
          "Compares percentiles with the run whose reports are in DIR; slower counts as missed. Both need"
              + " --repeat, 3 or more, because a single run does not show how runs vary.")
  private Path against;

  int count() {
    if (count < 1 || count > MOST) {
      throw new UserException("--repeat must lie between 1 and 100, not " + count);
    }
    return count;
  }

  void requireOnce(String what) {
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
}
