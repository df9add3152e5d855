package dev.assay.load.merge;

import dev.assay.RunInfo;
import dev.assay.UserException;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.cleanup.Creation;
import dev.assay.load.judge.GeneratorLimits;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.LoadVerdict;
import dev.assay.load.judge.Objective;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.IdLog;
import dev.assay.load.record.LoadCreations;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.LoadRun;
import dev.assay.load.run.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Makes one load result of the runs of one or several injectors, wherever they ran.
 *
 * @param folders where they left their files
 * @param runs in the same order
 */
public record InjectorMerge(List<Path> folders, List<InjectorRun> runs) {

  private static final String APART = "load generators that run apart remove nothing";

  /**
   * The runs in these folders.
   *
   * @throws UserException if they are not all the parts of one plan, each once
   */
  public static InjectorMerge of(List<Path> folders) {
    InjectorMerge merge =
        new InjectorMerge(folders, folders.stream().map(InjectorRun::read).toList());
    new PlanCompatibility(folders, merge.runs).require();
    for (int i = 0; i < folders.size(); i++) {
      Path folder = folders.get(i);
      if (merge.runs.get(i).end().last().started() > 0
          && !Files.isRegularFile(folder.resolve(IdLog.NAME))) {
        throw new UserException(
            "%s lacks %s, without which ids cannot be compared".formatted(folder, IdLog.NAME));
      }
    }
    return merge;
  }

  /** What they were to send together, or the only one of them; not known is for whom. */
  public LoadPlan plan() {
    return runs.size() == 1 ? runs.get(0).part() : runs.get(0).plan();
  }

  /**
   * Judges them as one.
   *
   * @param into where the added-up histogram logs go; the folder itself of a single run
   * @param received requests that the embedded mock received of all of them, warm-up included
   * @throws IOException if files cannot be read or written
   */
  public LoadResult judge(List<Objective> objectives, Path into, OptionalLong received)
      throws IOException {
    if (runs.size() > 1) {
      new HistogramMerge(folders, into).merge(plan());
    }
    LoadRun.End end = end();
    LoadFigures figures = LoadFigures.read(plan(), end.last(), into, received);
    List<ObjectiveVerdict> verdicts = ObjectiveVerdict.all(objectives, figures.measurements());
    LoadVerdict verdict = LoadVerdict.of(figures, verdicts, end, fallenBehind());
    return new LoadResult(
        into,
        info(end.isPartial()),
        run(),
        figures,
        verdict.judged(verdicts, figures.measurements()),
        verdict,
        runs.size(),
        created());
  }

  /**
   * What they made, as far as they listed it, each at its place.
   *
   * @throws IOException if their lists cannot be read
   */
  public List<Creation> creations() throws IOException {
    List<Creation> all = new ArrayList<>();
    for (Path folder : folders) {
      all.addAll(LoadCreations.read(folder));
    }
    return all;
  }

  private CreatedList created() throws IOException {
    long made = runs.stream().mapToLong(run -> run.end().last().made()).sum();
    return CreatedList.left(run(), plan().target(), APART, creations()).outOf(made);
  }

  private String run() {
    return runs.stream()
        .map(run -> run.plan().run().word())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private LoadRun.End end() throws IOException {
    Snapshot last = together();
    return new LoadRun.End(
        runs.size() == 1 ? last : InjectorIds.read(plan(), folders).judge(last),
        runs.stream()
            .mapToInt(run -> run.end().exitCode())
            .filter(c -> c != 0)
            .findFirst()
            .orElse(0),
        runs.stream()
            .map(run -> run.end().cancelled())
            .filter(why -> !why.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private RunInfo info(boolean partial) {
    long startedAt = runs.stream().mapToLong(InjectorRun::startedAtMillis).min().orElse(0);
    return new RunInfo(
        runs.get(0).version(),
        plan().target(),
        Instant.ofEpochMilli(startedAt),
        Duration.ZERO,
        partial,
        OptionalLong.empty(),
        plan().way());
  }

  /** Injectors of one machine share its processors; others have their own. */
  private Snapshot together() {
    Map<String, Double> cpu = new HashMap<>();
    runs.forEach(run -> cpu.merge(run.machine(), run.end().last().cpuShare(), Double::sum));
    List<Snapshot> all = runs.stream().map(run -> run.end().last()).toList();
    return Snapshots.together(
        all, cpu.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  /** What one of several injectors could not do, the others must not hide. */
  private List<String> fallenBehind() {
    List<String> behind = new ArrayList<>();
    for (int i = 0; i < runs.size() && runs.size() > 1; i++) {
      InjectorRun run = runs.get(i);
      LoadFigures alone =
          LoadFigures.read(run.part(), run.end().last(), folders.get(i), OptionalLong.empty());
      new GeneratorLimits(alone, run.end())
          .sentTooFew()
          .ifPresent(limit -> behind.add("injector " + run.injector().word() + ": " + limit));
    }
    return behind;
  }
}
