package dev.assay.load.judge;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.LoadPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * A load run that is over and judged.
 *
 * @param folder where its files are
 * @param info when the first load generator was started; how long they took is not known
 * @param run the word in its texts and file names; of merged runs, each, with blanks between
 * @param figures what was measured
 * @param objectives those that are about requests of the plan
 * @param verdict what it comes to
 * @param injectors how many load generators there were
 * @param created what it made in the service
 */
public record LoadResult(
    Path folder,
    RunInfo info,
    String run,
    LoadFigures figures,
    List<ObjectiveVerdict> objectives,
    LoadVerdict verdict,
    int injectors,
    CreatedList created) {

  /** This one after what it made was removed, as far as it was. */
  public LoadResult cleanedUp(CreatedList afterwards) {
    return new LoadResult(folder, info, run, figures, objectives, verdict, injectors, afterwards);
  }

  /** What was to be sent. */
  public LoadPlan plan() {
    return figures.plan();
  }

  /** What was measured of each request that the plan sends. */
  public List<Measurement> measurements() {
    return figures.measurements();
  }

  /** Whether all objectives were met; undecided where the figures are not those of the service. */
  public Conclusion conclusion() {
    return verdict.conclusion();
  }

  /** The conclusion in the word of reports. */
  public String word() {
    return word(conclusion());
  }

  /** The word of reports for that conclusion of a load. */
  public static String word(Conclusion conclusion) {
    return conclusion.choose("met", "missed", "invalid");
  }

  /** Whether its times are those of the service, to be compared with others. */
  public boolean isComparable() {
    return invalidBecause().isEmpty();
  }

  /** Why figures are not those of the service; only errors are judged beside that, if any. */
  public List<String> invalidBecause() {
    return verdict.doubts();
  }
}
