package dev.assay.load.merge;

import dev.assay.UserException;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.judge.RunValidity;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.IdLog;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.LoadRun;
import dev.assay.load.run.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Makes one load run of those of several injectors, wherever they ran. */
public final class InjectorMerge {

  private final List<Path> folders;
  private final List<InjectorRun> runs;

  private InjectorMerge(List<Path> folders, List<InjectorRun> runs) {
    this.folders = folders;
    this.runs = runs;
  }

  /**
   * The runs in these folders.
   *
   * @throws UserException if they are not all the shares of one plan, each once
   */
  public static InjectorMerge of(List<Path> folders) {
    List<InjectorRun> runs = new ArrayList<>();
    for (Path folder : folders) {
      runs.add(InjectorRun.read(folder));
    }
    InjectorMerge merge = new InjectorMerge(List.copyOf(folders), List.copyOf(runs));
    new PlanCompatibility(merge.folders, merge.runs).require();
    for (int i = 0; i < folders.size(); i++) {
      Path folder = folders.get(i);
      if (runs.get(i).end().last().started() > 0
          && !Files.isRegularFile(folder.resolve(IdLog.NAME))) {
        throw new UserException(
            "%s lacks %s, without which message ids cannot be compared"
                .formatted(folder, IdLog.NAME));
      }
    }
    return merge;
  }

  /** What they were to send together; not known is for whom. */
  public LoadPlan plan() {
    return runs.get(0).plan();
  }

  /**
   * Judges them as one.
   *
   * @param into where the added-up histogram logs go
   * @param received requests that the embedded mock received of all of them, warm-up included
   * @throws IOException if files cannot be read or written
   */
  public LoadResult judge(List<Objective> objectives, Path into, OptionalLong received)
      throws IOException {
    new HistogramMerge(folders, into).merge(plan());
    Snapshot last = InjectorIds.read(folders).judge(together());
    LoadRun.End end =
        new LoadRun.End(
            last,
            runs.stream()
                .mapToInt(run -> run.end().exitCode())
                .filter(c -> c != 0)
                .findFirst()
                .orElse(0),
            runs.stream().anyMatch(run -> run.end().cancelled()));
    return LoadResult.of(plan(), startedAt(), objectives, end, into, received)
        .by(runs.size(), limits(objectives));
  }

  private Instant startedAt() {
    return Instant.ofEpochMilli(
        runs.stream().mapToLong(InjectorRun::startedAtMillis).min().orElse(0));
  }

  /** Injectors of one machine share its processors; others have their own. */
  private Snapshot together() {
    Map<String, Double> cpu = new HashMap<>();
    runs.forEach(run -> cpu.merge(run.machine(), run.end().last().cpuShare(), Double::sum));
    List<Snapshot> all = runs.stream().map(run -> run.end().last()).toList();
    return Snapshots.together(
        all, cpu.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  /** What one injector could not do, the others must not hide. */
  private List<String> limits(List<Objective> objectives) {
    List<String> limits = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      InjectorRun run = runs.get(i);
      LoadPlan share = run.plan().shareOf(run.injector());
      LoadResult alone =
          LoadResult.of(
              share, startedAt(), objectives, run.end(), folders.get(i), OptionalLong.empty());
      new RunValidity(alone, run.end(), OptionalLong.empty())
          .sentTooFew()
          .forEach(limit -> limits.add("injector " + run.injector().word() + ": " + limit));
    }
    return limits;
  }
}
