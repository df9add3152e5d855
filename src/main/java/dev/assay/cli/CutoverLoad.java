package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.study.Comparison;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The load of a cutover: the same on both sides, by turns. */
final class CutoverLoad {

  private static final int FEWEST = 2;
  private static final int MOST = 100;

  @Option(
      names = "--load",
      paramLabel = "SCENARIO",
      description =
          "Loads both sides by turns too, and compares latencies: message, file, room or mixed.")
  private String scenario;

  @Option(
      names = "--load-repeat",
      paramLabel = "N",
      defaultValue = "4",
      description = "How often each side is loaded (${DEFAULT-VALUE}).")
  private int repeat;

  @Mixin private LoadShape shape;

  /**
   * What was asked for, checked before anything is sent; empty if nothing was.
   *
   * @param from the old service; empty for the mock
   * @param to the new service; empty for the mock
   */
  Optional<Asked> asked(Optional<Target> from, Optional<Target> to) throws Exception {
    if (scenario == null) {
      return Optional.empty();
    }
    if (repeat < FEWEST || repeat > MOST) {
      throw new UserException(
          "--load-repeat must lie between %s and %s, not %s".formatted(FEWEST, MOST, repeat));
    }
    LoadSettings settings = shape.settings();
    if (shape.search(settings).isPresent()) {
      throw new UserException("a search for capacity cannot be compared; give another --profile");
    }
    LoadSession.Load load =
        new LoadSession.Load(settings.scenario(scenario), shape.profile(settings), List.of());
    for (Optional<Target> side : List.of(from, to)) {
      Target target = side.orElseGet(EmbeddedTarget::planned);
      LoadPlan plan = LoadPlan.of(target, load.scenario(), load.profile());
      LoadPlan.requireRoom(target, Collections.nCopies(repeat, plan));
    }
    return Optional.of(new Asked(load, from, to, repeat));
  }

  /** A load that can be run. */
  record Asked(LoadSession.Load load, Optional<Target> from, Optional<Target> to, int repeat) {

    /** Old, new, new, old, and so on: what else the machines do falls on both. */
    Comparison run(ReportFolder folder, boolean quiet, Cancellation cancellation) throws Exception {
      List<LoadResult> before = new ArrayList<>();
      List<LoadResult> after = new ArrayList<>();
      try (LoadSession old = LoadSession.open(from, quiet, cancellation);
          LoadSession fresh = LoadSession.open(to, quiet, cancellation)) {
        for (int i = 0; i < repeat && !old.interrupted(); i++) {
          boolean oldFirst = i % 2 == 0;
          for (boolean ofOld : List.of(oldFirst, !oldFirst)) {
            ReportFolder place =
                folder.below(
                    String.format(Locale.ROOT, "load-%02d-%s", i + 1, ofOld ? "old" : "new"));
            (ofOld ? before : after).add((ofOld ? old : fresh).run(load, place));
          }
        }
      }
      return Comparison.ofResults(before, after);
    }
  }
}
