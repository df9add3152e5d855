package dev.assay.app.cutover;

import dev.assay.UserException;
import dev.assay.app.ProgressDisplay;
import dev.assay.app.load.LoadSession;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.study.Comparison;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The load of a cutover, with which both sides are loaded by turns.
 *
 * @param load what each side is loaded with
 * @param from the old service; empty for the mock
 * @param to the new service; empty for the mock
 * @param repeat how often each side is loaded
 */
public record CutoverLoad(
    LoadSession.Load load, Optional<Target> from, Optional<Target> to, int repeat) {

  /**
   * Checks, before anything is sent, that both sides may be loaded so much.
   *
   * @throws UserException if one may not, or lacks what the scenario needs
   */
  public void requireRoom() {
    for (Optional<Target> side : List.of(from, to)) {
      Target target = side.orElseGet(EmbeddedTarget::planned);
      LoadPlan plan = LoadPlan.of(target, load.scenario(), load.profile());
      LoadPlan.requireRoom(target, Collections.nCopies(repeat, plan));
    }
  }

  /** Old, new, new, old, and so on: what else the machines do falls on both. */
  public Comparison run(ReportFolder folder, ProgressDisplay display, Cancellation cancellation)
      throws Exception {
    List<LoadResult> before = new ArrayList<>();
    List<LoadResult> after = new ArrayList<>();
    try (LoadSession old = LoadSession.open(from, Injector.all(1), display, cancellation);
        LoadSession fresh = LoadSession.open(to, Injector.all(1), display, cancellation)) {
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
