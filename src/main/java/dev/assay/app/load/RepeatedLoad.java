package dev.assay.app.load;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.study.Comparison;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ReportFolder;
import dev.assay.report.json.EarlierLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A load that is run one or several times, and compared with an earlier run of it.
 *
 * @param load what is run
 * @param times how often
 * @param earlier what it is compared with, if anything
 */
public record RepeatedLoad(LoadSession.Load load, int times, Optional<EarlierLoad> earlier) {

  /**
   * Runs it: in the folder itself, or each of several runs in one below it.
   *
   * @param listener is given each result
   */
  public LoadReport run(LoadSession session, ReportFolder folder, Consumer<LoadResult> listener)
      throws Exception {
    List<LoadResult> results = new ArrayList<>();
    while (results.size() < times && !session.interrupted()) {
      ReportFolder place =
          times == 1
              ? folder
              : folder.below(String.format(Locale.ROOT, "repeat-%02d", results.size() + 1));
      LoadResult result = session.run(load, place);
      results.add(result);
      listener.accept(result);
    }
    return LoadReport.ofRepeats(results, earlier.map(then -> compared(then, results)));
  }

  private static LoadReport.Against compared(EarlierLoad then, List<LoadResult> now) {
    return new LoadReport.Against(
        then.folder().toString(), Comparison.of(then.repeats(), Comparison.judged(now)));
  }
}
